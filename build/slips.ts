// Writes shared/packs/data/slips.json anew: which mis-typed forms of common words can be told from right text.
//   node build/node.mjs build/slips.ts WORDS TEXT TRADE
// WORDS: a word and its count a line, a general dictionary. TEXT: a million characters or so of printed prose without
// slips. TRADE: papers of the trade, whose words are the ones watched. All stay outside: only what is found not to
// occur in right text goes into the pack.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pinyin } from 'pinyin-pro'
import look from './slips-look-alikes.json' with { type: 'json' }

const LIST = join(import.meta.dirname, '../shared/packs/data/slips.json')
/** A word this often in TRADE is watched, if TEXT has it at all. */
const COMMON = 2
/** How much more a word of TRADE counts than one of TEXT. */
const TRADE_WEIGHT = 6
/** Characters this often in TEXT may be typed by mistake for another. */
const TYPED = 12
/** Chance meetings of two words, in a million characters, above which the two characters say nothing. */
const MEETINGS = 0.12
const MEETINGS_FAR = 0.03
const MEETINGS_SWAPPED = 0.03
const MOST_FORMS = { 2: 10, 3: 6 }
/** Two words that stand together this often in TRADE; with the other word beside it a form tells that is one alone. */
const TOGETHER = 2
const MOST_TOGETHER = 4
/** Characters of one sound of which either may be right in the same place. */
const EITHER = [
  '在再',
  '做作',
  '他她它',
  '决绝',
  '订定',
  '待代',
  '以已',
  '个各',
  '那哪',
  '有又',
  '像象',
  '至致',
  '需须',
  '账帐',
  '力利',
  '分份',
  '查察',
  '是事',
  '时实',
  '治制',
  '应映',
  '即及',
  '工公',
  '象相',
  '向项',
  '长常',
  '会回',
  '行性形',
  '式事',
  '用拥',
  '连联',
  '划化',
  '和合',
  '示事',
  '级及',
  '届界',
  '十实时',
  '一以已',
  '年念',
  '和核',
  '重中',
  '五无',
  '三山',
  '四是事',
  '九就',
  '六留',
  '县现',
  '镇阵',
  '村存',
  '日目',
  '统同',
  '体题',
  '全权',
  '一以议',
]
/** What begins with one of these is built on the spot: 逐题, 每户. */
const PRODUCTIVE = '逐每各该此本某几两数全第'
const HAN = /^[\u4e00-\u9fff]+$/

const [wordsFile, textFile, tradeFile] = process.argv.slice(2)
if (!wordsFile || !textFile || !tradeFile) throw new Error('usage: build/slips.ts WORDS TEXT TRADE')

const counts = new Map<string, number>()
const names = new Set<string>()
for (const line of readFileSync(wordsFile, 'utf8').split('\n')) {
  const [word = '', count = '0', kind = ''] = line.split(' ')
  if (HAN.test(word)) counts.set(word, Number(count))
  if (/^n[rst]/.test(kind)) names.add(word)
}
const total = [...counts.values()].reduce((sum, count) => sum + count, 0)

/** Cuts a run of 汉字 into the likeliest words. */
function cut(run: string): string[] {
  const best = new Float64Array(run.length + 1).fill(Number.NEGATIVE_INFINITY)
  const from = new Int32Array(run.length + 1)
  best[0] = 0
  for (let end = 1; end <= run.length; end++) {
    for (let start = Math.max(0, end - 6); start < end; start++) {
      const count = counts.get(run.slice(start, end)) ?? (end - start === 1 ? 1 : 0)
      if (count === 0) continue
      const score = (best[start] ?? 0) + Math.log((count + 0.5) / total)
      if (score > (best[end] ?? 0) || best[end] === Number.NEGATIVE_INFINITY) {
        best[end] = score
        from[end] = start
      }
    }
  }
  const words: string[] = []
  for (let end = run.length; end > 0; end = from[end] ?? 0) words.unshift(run.slice(from[end], end))
  return words
}

const used = new Map<string, number>()
const characters = new Map<string, number>()
const begins = new Map<string, number>()
const ends = new Map<string, number>()
const seen = new Set<string>()
const watched = new Map<string, number>()
const together = new Map<string, number>()
const more = <K>(map: Map<K, number>, key: K, by: number) => map.set(key, (map.get(key) ?? 0) + by)
let tokens = 0
function read(text: string, weight: number): void {
  for (const [run] of text.matchAll(/[\u4e00-\u9fff]+/g)) {
    for (let at = 0; at < run.length; at++) {
      more(characters, run.charAt(at), weight)
      seen.add(run.slice(at, at + 2))
      seen.add(run.slice(at, at + 3))
      seen.add(run.slice(at, at + 4))
    }
    const words = cut(run)
    words.forEach((word, index) => {
      const pair = word + (words[index + 1] ?? '')
      if (weight > 1 && word.length > 1 && pair.length > word.length + 1 && pair.length <= 5) more(together, pair, 1)
    })
    for (const word of words) {
      tokens += weight
      more(used, word, weight)
      more(begins, word.charAt(0), weight)
      more(ends, word.slice(-1), weight)
      if (weight > 1) more(watched, word, 1)
    }
  }
}
read(readFileSync(textFile, 'utf8'), 1)
read(readFileSync(tradeFile, 'utf8'), TRADE_WEIGHT)
// What stands inside a longer word of the dictionary is right as well.
for (const [word, count] of counts) {
  if (count < 3) continue
  for (let at = 0; at + 2 <= word.length; at++) {
    seen.add(word.slice(at, at + 2))
    seen.add(word.slice(at, at + 3))
  }
}

/** How often, in a million characters, a word that ends with the one meets a word that begins with the other. */
function meetings(first: string, second: string): number {
  const end = (ends.get(first) ?? 0) + 0.5
  const begin = (begins.get(second) ?? 0) + 0.5
  return (end / tokens) * (begin / tokens) * 650_000
}

const exactSound = (char: string) => pinyin(char, { toneType: 'none', type: 'array' })[0] ?? ''
const soundOf = (char: string) =>
  exactSound(char)
    .replace(/^([zcs])h/, '$1')
    .replace(/([ie]n)g$/, '$1')
const bySound = new Map<string, string[]>()
for (const [char] of [...characters].filter(([, count]) => count >= TYPED).sort((a, b) => b[1] - a[1])) {
  const sound = soundOf(char)
  bySound.set(sound, [...(bySound.get(sound) ?? []), char])
}
const byLook = new Map<string, Set<string>>()
for (const group of look) for (const char of group) byLook.set(char, new Set([...(byLook.get(char) ?? []), ...group]))

function isTelling(form: string, most: number): boolean {
  if (counts.has(form) || seen.has(form) || PRODUCTIVE.includes(form.charAt(0))) return false
  const pairs = form.length === 2 ? [form] : [form.slice(0, 2), form.slice(1)]
  return pairs.every((pair) => pair.length === 3 || meetings(pair.charAt(0), pair.charAt(1)) <= most)
}

function formsOf(word: string): string[] {
  const forms: { form: string; weight: number }[] = []
  for (let at = 0; at < word.length; at++) {
    const char = word.charAt(at)
    const alike = byLook.get(char) ?? new Set<string>()
    for (const other of new Set([...alike, ...(bySound.get(soundOf(char)) ?? [])])) {
      if (other === char) continue
      const form = word.slice(0, at) + other + word.slice(at + 1)
      // In a word of three the wrong pair must itself be odd: 现代画 is no slip to be told.
      const near = alike.has(other) || exactSound(other) === exactSound(char)
      if (!isTelling(form, near ? MEETINGS : MEETINGS_FAR)) continue
      if (word.length === 3 && at < 2 && isListed(form.slice(0, 2), word.slice(0, 2))) continue
      if (word.length === 3 && at > 0 && isListed(form.slice(1), word.slice(1))) continue
      forms.push({ form, weight: (characters.get(other) ?? 0) + (alike.has(other) ? 1e7 : near ? 1e6 : 0) })
    }
  }
  const most = MOST_FORMS[word.length === 2 ? 2 : 3]
  const chosen = forms.sort((a, b) => b.weight - a.weight).slice(0, most)
  const swapped = `${word.charAt(1)}${word.charAt(0)}`
  if (word.length === 2 && swapped !== word && isTelling(swapped, MEETINGS_SWAPPED))
    chosen.push({ form: swapped, weight: 0 })
  return chosen.map(({ form }) => form)
}

const list: Record<string, string[]> = {}
function isListed(form: string, word: string): boolean {
  return list[word]?.includes(form) === true
}

const old: Record<string, string> = JSON.parse(readFileSync(LIST, 'utf8'))
const common = [...watched]
  .filter(([word, count]) => count >= COMMON && counts.has(word) && HAN.test(word) && !names.has(word))
  .map(([word]) => word)
const words = [...new Set([...Object.keys(old), ...common])].filter((word) => word.length <= 3)
const taken = new Set<string>()
for (const word of words.sort((a, b) => a.length - b.length || (used.get(b) ?? 0) - (used.get(a) ?? 0))) {
  const kept = (old[word] ?? '')
    .split(' ')
    .filter((form) => form !== '' && !PRODUCTIVE.includes(form.charAt(0)) && !counts.has(form) && !seen.has(form))
  const forms = [...new Set([...kept, ...formsOf(word)])].filter((form) => !taken.has(form))
  // A form that may stand for two words belongs to the commoner one.
  for (const form of forms) taken.add(form)
  list[word] = forms
}
const either = new Set(EITHER.flatMap((group) => [...group].flatMap((a) => [...group].map((b) => a + b))))
for (const [pair, count] of together) {
  if (count < TOGETHER || !HAN.test(pair)) continue
  const forms: { form: string; weight: number }[] = []
  for (let at = 0; at < pair.length; at++) {
    const char = pair.charAt(at)
    const alike = byLook.get(char) ?? new Set<string>()
    for (const other of new Set([...alike, ...(bySound.get(soundOf(char)) ?? [])])) {
      if (other === char || either.has(char + other)) continue
      if (!alike.has(other) && exactSound(other) !== exactSound(char)) continue
      const form = pair.slice(0, at) + other + pair.slice(at + 1)
      const windows = [form, form.slice(0, 4), form.slice(-4)]
      if (windows.some((window) => seen.has(window) || counts.has(window))) continue
      const known = [2, 3].some((size) => {
        for (let from = 0; from + size <= form.length; from++) if (taken.has(form.slice(from, from + size))) return true
        return false
      })
      if (known) continue
      // A slip of the pen is likelier the commoner the character; alike in look counts as well.
      forms.push({ form, weight: (characters.get(other) ?? 0) * (alike.has(other) ? 3 : 1) })
    }
  }
  const chosen = forms.sort((a, b) => b.weight - a.weight).slice(0, MOST_TOGETHER)
  for (const { form } of chosen) taken.add(form)
  if (chosen.length > 0) list[pair] = chosen.map(({ form }) => form)
}

const sorted = Object.entries(list)
  .filter(([word, forms]) => forms.length > 0 || word in old)
  .sort(([a], [b]) => (a < b ? -1 : 1))
const out = Object.fromEntries(
  sorted.filter(([, forms]) => forms.length > 0).map(([word, forms]) => [word, forms.join(' ')]),
)
writeFileSync(LIST, `${JSON.stringify(out, null, 2)}\n`)
console.log(`${Object.keys(out).length} words, ${taken.size} forms`)
