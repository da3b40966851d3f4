// Stands in for zod in everything that is built. Zod makes code from text to be quicker. The policy of the pages forbids
// that, and a breach at every start would hide real ones; the hosts read each schema so seldom that making the code costs
// more than it saves, a tenth of the start.
import { config } from 'zod/v4'

config({ jitless: true })

export * from 'zod/v4'
