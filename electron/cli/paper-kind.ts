import { PAPER_KINDS, type PaperKind } from '../../shared/model/kinds.ts'
import { WrongUsage } from './unusable.ts'

/** @throws WrongUsage for a kind there is not */
export function readKind(asked: string | undefined): PaperKind | undefined {
  const kind = PAPER_KINDS.find((candidate) => candidate === asked)
  if (asked !== undefined && !kind) throw new WrongUsage(`--kind 只能是 ${PAPER_KINDS.join('、')}，不能是“${asked}”。`)
  return kind
}
