import { parseNumeral } from '../text/numerals.ts'
import type { NumberForm } from './schema.ts'

/** A marker at the beginning of a line, as somebody wrote it. */
export interface HeadingMarker {
  /** The text of the marker: 一、 (2) 三要 第一， */
  text: string
  form: NumberForm
  /** 1–4 for the form `number`; null for the others, whose level depends on what they stand under. */
  level: number | null
  /** 0 where the marker is not a number the program can read (①). */
  ordinal: number
}

const CHINESE = '[一二三四五六七八九十]{1,3}'
const DIGITS = '[0-9０-９]{1,2}'

/** In the order in which they are tried; group 1 is the number. */
const FAMILIES: readonly { pattern: RegExp; form: NumberForm; level: number | null }[] = [
  { pattern: new RegExp(`^(${CHINESE})[、.．]`), form: 'number', level: 1 },
  { pattern: new RegExp(`^[（(](${CHINESE})[）)][、.．]?`), form: 'number', level: 2 },
  { pattern: new RegExp(`^(${DIGITS})(?:[、]|[.．](?![0-9０-９]))`), form: 'number', level: 3 },
  { pattern: new RegExp(`^[（(]?(${DIGITS})[）)][、.．]?`), form: 'number', level: 4 },
  { pattern: /^([①-⑳])/, form: 'number', level: 4 },
  { pattern: new RegExp(`^(${CHINESE})要[，：]?`), form: 'yao', level: null },
  { pattern: new RegExp(`^(${CHINESE})是[，：]?`), form: 'shi', level: null },
  { pattern: new RegExp(`^第(${CHINESE})[，、：]`), form: 'di', level: null },
]

const COUNTED_THINGS = /^[一二三四五六七八九十百千万两0-9０-９]+[个项条种类次届方大点名家位]/

/** 三要素, 二要件: a noun, not the second or third of a list. */
const YAO_NOUNS = /^[素件领害塞]/

/** 一、二年级 · 1、2号楼 · 第一、第二产业 · 一是一、二是二: numbers side by side, not a marker before a head. */
function isEnumeration(form: NumberForm, ordinal: number, rest: string): boolean {
  if (form === 'di') return /^第[一二三四五六七八九十]/.test(rest)
  if (form === 'shi') return /^[一二三四五六七八九十]+[，、,]?[一二三四五六七八九十]+是/.test(rest)
  if (form === 'yao') return YAO_NOUNS.test(rest)
  const next = /^[一二三四五六七八九十]+|^[0-9０-９]+/.exec(rest)?.[0]
  return next !== undefined && parseNumeral(next) === ordinal + 1 && !COUNTED_THINGS.test(rest)
}

/** Whether the paragraph holds the next item of the same list too; then it is a paragraph with a list inside it. */
function runsOnInside(form: NumberForm, ordinal: number, rest: string): boolean {
  if (form === 'number') return false
  const next = '一二三四五六七八九十'.charAt(ordinal)
  const sign = { yao: `${next}要`, shi: `${next}是`, di: `第${next}，` }[form]
  return next !== '' && ['。', '；', '，', '：'].some((before) => rest.includes(before + sign))
}

/** Reads the marker a line begins with; null when it begins with none, or with figures that only look like one. */
export function readMarker(line: string): HeadingMarker | null {
  for (const { pattern, form, level } of FAMILIES) {
    const match = pattern.exec(line)
    if (!match) continue
    const text = match[0]
    const ordinal = parseNumeral(match[1] ?? '') ?? 0
    const rest = line.slice(text.length)
    if (isEnumeration(form, ordinal, rest) || runsOnInside(form, ordinal, rest)) return null
    return { text, form, level, ordinal }
  }
  return null
}
