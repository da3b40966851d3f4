import { type Zippable, zipSync } from 'fflate'
import { numberedName } from './file-name.ts'

/** The same in every package, so that the same papers give the same bytes. */
const ZIP_TIME = '1980-01-01T00:00:00'

export interface PackedFile {
  fileName: string
  bytes: Uint8Array
}

/** 讲话.docx, 讲话（2）.docx … : nothing in a package takes the place of something else. */
export function distinctNames(names: readonly string[]): string[] {
  const taken = new Set<string>()
  return names.map((name) => {
    let own = name
    // Windows does not tell capitals apart.
    for (let count = 2; taken.has(own.toLowerCase()); count++) own = numberedName(name, count)
    taken.add(own.toLowerCase())
    return own
  })
}

/** Puts files side by side into one zip. */
export function packFiles(files: readonly PackedFile[]): Uint8Array {
  const names = distinctNames(files.map(({ fileName }) => fileName.replace(/[\\/]/g, '')))
  const entries: Zippable = {}
  for (const [index, { bytes }] of files.entries()) entries[names[index] ?? ''] = bytes
  // Word files are packed already.
  return zipSync(entries, { mtime: ZIP_TIME, level: 0 })
}
