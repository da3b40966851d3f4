import { parseArgs } from 'node:util'
import { fillLibrary } from './fill-library.ts'

// `npm run seed -- --data-dir FOLDER --meetings 2000 --paragraphs 1000000 --seed 1`
const { values } = parseArgs({
  options: {
    'data-dir': { type: 'string' },
    meetings: { type: 'string', default: '2000' },
    paragraphs: { type: 'string', default: '1000000' },
    seed: { type: 'string', default: '1' },
  },
})
const dataDir = values['data-dir']
if (dataDir === undefined) {
  console.error('--data-dir is missing: a folder of its own, never the one you work in.')
  process.exitCode = 1
} else {
  const start = performance.now()
  await fillLibrary({
    dataDir,
    meetings: Number(values.meetings),
    paragraphs: Number(values.paragraphs),
    seed: Number(values.seed),
    tell: (done) => console.log(`${done} meetings`),
  })
  console.log(`done in ${Math.round((performance.now() - start) / 1000)} s`)
}
