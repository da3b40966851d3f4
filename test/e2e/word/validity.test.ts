import { execFile } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { requires } from '../requires.ts'
import { exportVariant, ownFolder, speech, VARIANTS } from './papers.ts'

const run = promisify(execFile)

/** What Microsoft's Open XML SDK says of a file; it leaves with an error where it finds one. */
async function faults(validator: string, file: string, office: string): Promise<unknown> {
  const environment = { ...process.env, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: '1' }
  const { stdout } = await run(validator, [file, office], { env: environment }).catch((error) => error)
  return JSON.parse(stdout).errors
}

test('the validator finds a planted fault', async (context) => {
  const { 'ooxml-validator': validator } = requires(context, 'ooxml-validator')
  const parts = unzipSync(await exportVariant(speech, 'standard'))
  const styles = strFromU8(parts['word/styles.xml'] ?? new Uint8Array())
  parts['word/styles.xml'] = strToU8(styles.replace('<w:widowControl w:val="0"/>', '<w:widowControl w:val="maybe"/>'))
  const file = join(ownFolder(), 'broken.docx')
  writeFileSync(file, zipSync(parts))
  expect(await faults(validator, file, 'Microsoft365')).not.toEqual([])
})

for (const name of Object.keys(VARIANTS))
  test(`${name} is valid for Word 2010, 2019 and 365`, async (context) => {
    const { 'ooxml-validator': validator } = requires(context, 'ooxml-validator')
    const file = join(ownFolder(), `${name}.docx`)
    writeFileSync(file, await exportVariant(speech, name))
    const offices = ['Office2010', 'Office2019', 'Microsoft365']
    expect(await Promise.all(offices.map((office) => faults(validator, file, office)))).toEqual(offices.map(() => []))
  })
