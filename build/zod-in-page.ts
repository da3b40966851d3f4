// Stands in for zod in the page: the policy forbids making code from text, which zod tries once to be quicker. The try
// would be a breach that hides real ones.
import { config } from 'zod/v4'

config({ jitless: true })

export * from 'zod/v4'
