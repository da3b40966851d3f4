const DIGITS = '零一二三四五六七八九'

/** 1 → 一, 12 → 十二, 20 → 二十, 105 → 一百零五. For whole numbers from 0 to 9999. */
export function toChineseNumeral(value: number): string {
  if (!Number.isInteger(value) || value < 0 || value > 9999) throw new RangeError(`no Chinese numeral for ${value}`)
  if (value < 10) return DIGITS.charAt(value)
  const units = ['', '十', '百', '千']
  const digits = String(value).split('').map(Number)
  let result = ''
  digits.forEach((digit, index) => {
    const unit = units[digits.length - 1 - index] ?? ''
    if (digit !== 0) result += DIGITS.charAt(digit) + unit
    else if (!result.endsWith('零')) result += '零'
  })
  return result.replace(/零+$/, '').replace(/^一十/, '十')
}

/** 十二 → 12, 两 → 2, １２ → 12, 12 → 12; null when it is not a plain whole number below 10000. */
export function parseNumeral(text: string): number | null {
  const ascii = text.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
  if (/^\d{1,4}$/.test(ascii)) return Number(ascii)
  if (!/^[零〇一二两三四五六七八九十百千]+$/.test(text)) return null
  let total = 0
  let digit = 0
  let sawUnit = false
  for (const char of text) {
    const unit = { 十: 10, 百: 100, 千: 1000 }[char]
    if (unit) {
      total += (digit || (sawUnit ? 0 : 1)) * unit
      digit = 0
      sawUnit = true
    } else digit = char === '两' ? 2 : char === '〇' ? 0 : DIGITS.indexOf(char)
  }
  return total + digit
}

/** A count as the text beside it writes numbers: 三 beside 四, 3 beside 4, and 两 for two. Whole numbers from 0 to 9999. */
export function numeralLike(sample: string, value: number): string {
  if (/[0-9０-９]/.test(sample)) return String(value)
  return value === 2 ? '两' : toChineseNumeral(value)
}
