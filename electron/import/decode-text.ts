import { Failure } from '../../shared/contract/failures.ts'

function decodeStrictly(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

const SAMPLE = 4096
const USUAL = /[\p{Script=Han}\u3000-\u303f\uff00-\uff65\u2010-\u2026\n\r\t -~]/gu

/** UTF-16 without a mark: it holds zero bytes, and in one of the two orders it is Chinese text. */
function unmarkedUtf16(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, SAMPLE)
  if (!sample.includes(0) || bytes.length % 2 === 1) return null
  const usual = (encoding: string) => {
    const text = new TextDecoder(encoding).decode(sample)
    return (text.match(USUAL)?.length ?? 0) / text.length
  }
  const [little, big] = [usual('utf-16le'), usual('utf-16be')]
  return Math.max(little, big) < 0.9 ? null : decodeStrictly(bytes, little > big ? 'utf-16le' : 'utf-16be')
}

/** At most so many of a text's characters may be broken for it still to be a damaged text and no other encoding. */
const MOST_BROKEN = 0.005
const LEAST_USUAL = 0.9
/** Broken places that also a short text may have. */
const FEW = 3

/** UTF-8 of which a few bytes are damaged: by its other characters no other encoding comes near to it. */
function damagedUtf8(bytes: Uint8Array): string | null {
  const text = new TextDecoder('utf-8').decode(bytes)
  const broken = text.match(/\ufffd+/g)?.length ?? 0
  const usual = text.match(USUAL)?.length ?? 0
  const isText = usual / text.length >= LEAST_USUAL && /\p{Script=Han}/u.test(text)
  return isText && broken <= Math.max(FEW, text.length * MOST_BROKEN) ? text : null
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters tell a program's data from a text
const BINARY = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/g

/**
 * The text of a .txt file: by its mark (UTF-8, UTF-16), else as UTF-8, of which a few bytes may be damaged, else as
 * GB18030, which most old Chinese files are. `broken` is the number of places that could not be read; they are shown
 * as □.
 * @throws Failure `unreadable-file`
 */
export function decodeText(bytes: Uint8Array): { text: string; broken: number } {
  const [first, second, third] = bytes
  const text =
    first === 0xff && second === 0xfe
      ? decodeStrictly(bytes, 'utf-16le')
      : first === 0xfe && second === 0xff
        ? decodeStrictly(bytes, 'utf-16be')
        : first === 0xef && second === 0xbb && third === 0xbf
          ? new TextDecoder('utf-8').decode(bytes)
          : (unmarkedUtf16(bytes) ??
            decodeStrictly(bytes, 'utf-8') ??
            damagedUtf8(bytes) ??
            decodeStrictly(bytes, 'gb18030'))
  const odd = text?.match(BINARY)?.length ?? 0
  if (text === null || odd > text.length / 100)
    throw new Failure('unreadable-file', '读不出文字：文件不是文本，或者编码不是 UTF-8、GB18030、UTF-16。')
  const broken = text.match(/\ufffd+/g)?.length ?? 0
  return { text: text.replace(BINARY, '').replace(/\ufffd+/g, '□'), broken }
}
