import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** Bytes of the scripts that a built page cannot do without: the one it names, and whatever is imported on top of it. */
export function firstScriptBytes(rendererDir: string): number {
  const page = readFileSync(join(rendererDir, 'index.html'), 'utf8')
  const waiting = [...page.matchAll(/<script[^>]*\ssrc="\.\/assets\/([\w-]+\.js)"/g)].map(([, name]) => name ?? '')
  const seen = new Set<string>()
  let bytes = 0
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (seen.has(name)) continue
    seen.add(name)
    const file = join(rendererDir, 'assets', name)
    bytes += statSync(file).size
    for (const [, next = ''] of readFileSync(file, 'utf8').matchAll(/(?:\bfrom|\bimport)"\.\/([\w-]+\.js)"/g))
      waiting.push(next)
  }
  return bytes
}
