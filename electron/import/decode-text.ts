import { Failure } from '../../shared/contract/failures.ts'

function decodeStrictly(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** UTF-16 without a mark: line ends and Latin figures leave a zero byte on one side only. */
function unmarkedUtf16(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, 4096)
  const zeros = [0, 0]
  sample.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1
  })
  const [even = 0, odd = 0] = zeros
  if (even + odd === 0 || (even > 0 && odd > 0)) return null
  return decodeStrictly(bytes, odd > 0 ? 'utf-16le' : 'utf-16be')
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters tell a program's data from a text
const BINARY = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/g

/**
 * The text of a .txt file: by its mark (UTF-8, UTF-16), else strictly as UTF-8, else as GB18030, which most old
 * Chinese files are.
 * @throws Failure `unreadable-file`
 */
export function decodeText(bytes: Uint8Array): string {
  const [first, second, third] = bytes
  const text =
    first === 0xff && second === 0xfe
      ? decodeStrictly(bytes, 'utf-16le')
      : first === 0xfe && second === 0xff
        ? decodeStrictly(bytes, 'utf-16be')
        : first === 0xef && second === 0xbb && third === 0xbf
          ? new TextDecoder('utf-8').decode(bytes)
          : (unmarkedUtf16(bytes) ?? decodeStrictly(bytes, 'utf-8') ?? decodeStrictly(bytes, 'gb18030'))
  const odd = text?.match(BINARY)?.length ?? 0
  if (text === null || odd > text.length / 100)
    throw new Failure('unreadable-file', '读不出文字：文件不是文本，或者编码不是 UTF-8、GB18030、UTF-16。')
  return text.replace(BINARY, '')
}
