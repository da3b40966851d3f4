import { numeralLike, parseNumeral } from '../../../text/numerals.ts'
import { matchesIn } from '../reading/matches.ts'
import type { Fault, Rule } from '../rule.ts'

const COUNTED =
  /(全镇|全县|全乡|全街道|全校|全局|全区|全市|镇里|辖区|我镇|我县|本镇)(?:现?共?有|所辖|下辖|共辖|辖)?(?:的)?(\d{1,4}|[一二两三四五六七八九十百]{1,5})个(行政村|村党组织|村民小组|社区|乡镇|村|部门|单位|党支部|支部|股室|站所)(?!.{0,6}(?:问题|没有|完成|存在|已经))/g

/** 全镇18个村 here and 全镇16个村 there. */
export const differingTotals: Rule = {
  id: 'consistency/differing-totals',
  family: 'consistency',
  severity: 'warning',
  sourceLevel: 'practice',
  source: '前后数目一致',
  wholePaper: true,
  find({ pack, paragraphs, quote }) {
    const faults: Fault[] = []
    const seen = new Map<string, { value: number; start: number; end: number }>()
    for (const match of matchesIn({ pack, paragraphs }, COUNTED)) {
      const [whole, place = '', number = '', noun = ''] = match
      const value = parseNumeral(number)
      if (value === null) continue
      // 全镇22个村只有9个村…: the second figure is a part, and stands without 全镇.
      const key = `${place.replace(/^[全我本]/, '').replace('里', '')}${noun.replace('行政', '')}`
      const first = seen.get(key)
      const range = { start: match.index + whole.lastIndexOf(number), end: match.index + whole.length }
      if (!first) seen.set(key, { value, ...range })
      else if (first.value !== value) {
        faults.push({
          ...range,
          message: `前面说${place}${numeralLike(number, first.value)}个${noun}，这里是${number}个，请核对。`,
          related: [quote(first)],
        })
      }
    }
    return faults
  },
}
