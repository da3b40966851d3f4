import { noOverrides } from '../../shared/model/pack-overrides.ts'
import { effectivePack } from '../../shared/packs/effective-pack.ts'
import { builtInPack, type Pack } from '../../shared/packs/pack.ts'
import { LARGEST_PACK, readPack, UnreadablePack } from '../../shared/packs/read-pack.ts'
import { readInputFile } from './read-paper-file.ts'
import { Unusable } from './unusable.ts'

/** @throws Unusable naming the line and the field that cannot be taken */
export async function readPackFile(path: string): Promise<Pack> {
  const text = (await readInputFile(path, LARGEST_PACK)).toString('utf8')
  try {
    return effectivePack(builtInPack, readPack(text), noOverrides)
  } catch (error) {
    if (error instanceof UnreadablePack) throw new Unusable(`规则包“${path}”${error.message}`)
    throw error
  }
}
