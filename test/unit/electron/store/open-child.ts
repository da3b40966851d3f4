// Another process that tries to open a library: prints 'open', or the code of its failure.
import { openLibrary } from '../../../../electron/store/library.ts'
import { Failure } from '../../../../shared/contract/failures.ts'

try {
  await openLibrary({ dataDir: process.argv[2] ?? '', clock: () => new Date(), log: () => {} }).close()
  process.stdout.write('open')
} catch (error) {
  process.stdout.write(error instanceof Failure ? error.code : String(error))
}
