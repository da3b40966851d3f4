/** A text that is no JSON; `line` counts from 1. The message is for the user. */
export class NoJson extends Error {
  readonly line: number

  constructor(line: number, message: string) {
    super(message)
    this.line = line
  }
}

export type JsonPath = readonly PropertyKey[]

const TOKEN = /\s+|"(?:[^"\\\n]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+|"/gy
const PLAIN = /^(?:true|false|null|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)$/
const DEEPEST = 100

const keyOf = (path: JsonPath): string => JSON.stringify(path)

/**
 * Finds the line on which each value of a JSON text stands, since no parser of the platform tells.
 * @returns the line, from 1, of the value at a path, or of the nearest one around it
 * @throws NoJson at the first place that cannot be read
 */
export function jsonLines(text: string): (path: JsonPath) => number {
  const lines = new Map<string, number>()
  const tokens = text.matchAll(TOKEN)
  let line = 1
  let token = ''

  const advance = () => {
    for (;;) {
      line += token.split('\n').length - 1
      token = tokens.next().value?.[0] ?? ''
      if (token === '' || token.trim() !== '') return
    }
  }
  const fail = (wanted: string): never => {
    throw new NoJson(line, token === '' ? '文件没有写完。' : `这里应当是${wanted}，写的却是“${token.slice(0, 20)}”。`)
  }
  const isText = () => token.length > 1 && token.startsWith('"')

  const readValue = (path: PropertyKey[]): void => {
    if (path.length > DEEPEST) throw new NoJson(line, '层次太多。')
    lines.set(keyOf(path), line)
    if (token === '{') readMembers('}', path)
    else if (token === '[') readMembers(']', path)
    else if (isText() || PLAIN.test(token)) advance()
    else fail('一个值')
  }
  const readMembers = (end: '}' | ']', path: PropertyKey[]): void => {
    advance()
    for (let index = 0; token !== end; index++) {
      if (index > 0) {
        if (token !== ',') fail('逗号或右括号')
        advance()
      }
      readValue([...path, end === '}' ? readName() : index])
    }
    advance()
  }
  const readName = (): string => {
    if (!isText()) fail('带英文引号的名称')
    const name = readText(token, line)
    advance()
    if (token !== ':') fail('冒号')
    advance()
    return name
  }

  advance()
  readValue([])
  if (token !== '') fail('文件末尾')
  return (path) => {
    for (let length = path.length; length > 0; length--) {
      const found = lines.get(keyOf(path.slice(0, length)))
      if (found !== undefined) return found
    }
    return 1
  }
}

function readText(token: string, line: number): string {
  try {
    return String(JSON.parse(token))
  } catch {
    throw new NoJson(line, '这里的文字有不认识的转义。')
  }
}
