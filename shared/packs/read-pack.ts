import type { z } from 'zod'
import { jsonLines, NoJson } from './json-lines.ts'
import { type Pack, packSchema } from './pack.ts'

/** A file that is no pack; the message names the line and the field, in Chinese, and is all the user needs. */
export class UnreadablePack extends Error {}

/** More than ten times what is shipped. */
export const LARGEST_PACK = 8_000_000

const TYPE_NAMES: Record<string, string> = {
  string: '文字',
  number: '数字',
  int: '整数',
  boolean: 'true 或 false',
  array: '一列（方括号）',
  object: '一组（花括号）',
  record: '一组（花括号）',
}

/**
 * Reads a pack file. Nothing of a file with a fault is taken.
 * @throws UnreadablePack
 */
export function readPack(text: string): Pack {
  const source = text.replace(/^\uFEFF/, '')
  try {
    const lineOf = jsonLines(source)
    const parsed = packSchema.safeParse(JSON.parse(source))
    if (parsed.success) return parsed.data
    const [first, ...others] = parsed.error.issues.map(deepest)
    if (!first) throw new UnreadablePack('规则包有误。')
    const more = others.length > 0 ? `（另外还有 ${others.length} 处）` : ''
    throw new UnreadablePack(`第 ${lineOf(pathOf(first))} 行，${fieldName(pathOf(first))}：${sentence(first)}${more}`)
  } catch (error) {
    if (error instanceof NoJson) throw new UnreadablePack(`第 ${error.line} 行：${error.message}`)
    if (error instanceof SyntaxError) throw new UnreadablePack('这不是规则包文件（JSON）。')
    throw error
  }
}

type Issue = z.core.$ZodIssue

/** Of a value that may have several shapes, what the shape that came furthest complains of. */
function deepest(issue: Issue): Issue {
  if (issue.code !== 'invalid_union') return issue
  const inner = issue.errors.flat().map(deepest)
  const furthest = inner.reduce<Issue | undefined>(
    (best, one) => (best && best.path.length >= one.path.length ? best : one),
    undefined,
  )
  return furthest && furthest.path.length > 0 ? { ...furthest, path: [...issue.path, ...furthest.path] } : issue
}

const pathOf = (issue: Issue): PropertyKey[] =>
  issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0] ?? ''] : issue.path

function fieldName(path: readonly PropertyKey[]): string {
  const names = path.map((step) => (typeof step === 'number' ? `第 ${step + 1} 项` : `“${String(step)}”`))
  return names.length > 0 ? names.join('的') : '整个文件'
}

function sentence(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.message.includes('undefined')
        ? `缺少这一项，应当是${typeName(issue.expected)}。`
        : `应当是${typeName(issue.expected)}。`
    case 'invalid_value':
      return `只能是 ${issue.values.map(String).join('、')} 中的一个。`
    case 'unrecognized_keys':
      return '没有这一项，可能写错了名称。'
    case 'too_small':
      return issue.origin === 'string' ? `至少要 ${issue.minimum} 个字。` : `太少或太小，至少 ${issue.minimum}。`
    case 'too_big':
      return issue.origin === 'string' ? `最多 ${issue.maximum} 个字。` : `太多或太大，最多 ${issue.maximum}。`
    case 'invalid_format':
      return issue.format === 'date' ? '应当是日期，如 2026-12-15。' : '写法不合要求。'
    case 'custom':
      return issue.message
    default:
      return '写法不合要求。'
  }
}

const typeName = (type: string): string => TYPE_NAMES[type] ?? '另一种内容'
