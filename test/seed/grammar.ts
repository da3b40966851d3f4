/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const words = (text: string): string[] => text.split(' ')

const TOWNS = words('柳溪 石桥 鹿鸣 青峰 白滩 望亭 双堰 朱涧 槐荫 芦湾 松岭 茶岗 枫林 桃源 龙井 银沙')
const UNITS = words('镇 乡 街道')
const SURNAMES = [...'林高周苏沈罗郑唐何许秦程陆方孟乔']
const GIVEN = [...'知远明礼砚田致和柏青稼轩景行若谷守正思齐怀瑾承志']
const WHO = words('镇党委 班子成员 村党组织 站所负责人 纪委 驻村干部 网格员 财政所 党员干部 分管领导')
const DUTY = words('要 必须 应当 尚未 没有 已经 仍需 着力')
const DO = words('抓好 摸清 整改 核查 公开 压实 盯住 理顺 补齐 通报 督促 清理 兑现 销号')
const WHAT = words(
  '饮水安全 集体资产 惠农补贴 道路养护 项目招标 三公经费 组织生活 换届选举 信访积案 防汛预案 环境卫生 养老服务 低保评定 山林承包 茶园改造 水库移民 学校食堂 村级账目 工程欠款 耕地保护',
)
const HOW = words(
  '逐户走访 对账销号 挂图作战 限期办结 举一反三 专题研究 现场督办 张榜公布 建立台账 倒查责任 集中攻坚 分类处置',
)
const WHEN = words('本月底前 三季度内 汛期之前 年底以前 一周之内 换届之前 春耕之前 半年之内')
const END = words('不留尾巴 不走过场 见到成效 接受监督 取信于民 落到人头 有据可查 经得起看')

/** Stands in about one of 20,000 paragraphs. */
export const RARE_WORD = '玄武岩'
/** Stands in very many paragraphs. */
export const COMMON_WORD = '整改'

/** Names and sentences of invented places, as papers of such meetings sound. */
export function createGrammar(random: () => number) {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
  const count = (most: number) => 1 + Math.floor(random() * most)
  const sentence = (): string =>
    `${pick(WHO)}${pick(DUTY)}${pick(WHEN)}${pick(DO)}${pick(WHAT)}、${pick(WHAT)}等${count(90)}个问题，${pick(HOW)}、${pick(HOW)}，${pick(END)}。`
  return {
    unit: () => pick(TOWNS) + pick(UNITS),
    person: () => pick(SURNAMES) + pick(GIVEN) + (random() < 0.8 ? pick(GIVEN) : ''),
    /** About 100 characters. */
    paragraph(): string {
      const rare = random() < 1 / 20_000 ? `${RARE_WORD}采石场要关停。` : ''
      return sentence() + sentence() + rare
    },
  }
}
