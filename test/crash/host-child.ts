// A loopback host of its own process, to be killed. Prints {port, token} as one line of JSON.
import { startLoopbackHost } from '../../electron/node-host.ts'

const [dataDir = '', rendererDir = ''] = process.argv.slice(2)
const { port, token } = await startLoopbackHost({ dataDir, rendererDir })
process.stdout.write(`${JSON.stringify({ port, token })}\n`)
