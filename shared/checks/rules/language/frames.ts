import type { Fault, Rule } from '../rule.ts'

const base = { family: 'language', severity: 'warning', sourceLevel: 'practice', source: '文字校对' } as const

const FRAMES: readonly { pattern: RegExp; message: (words: string) => string }[] = [
  {
    // 以…为契机 with another word in the place of 为.
    pattern: /以[^，。；：！？、\n为]{2,20}的(?:契机|抓手|导向|主线|牵引|突破口|切入点)(?=[，。；])/g,
    message: (words) =>
      `“${words}”缺少“为”，固定格式是“以……为${/(契机|抓手|导向|主线|牵引|突破口|切入点)$/.exec(words)?.[0] ?? '……'}”。`,
  },
  {
    pattern: /以习近平新时代中国特色社会主义思想(?=[，。；])/g,
    message: () => '“以习近平新时代中国特色社会主义思想”后面少了“为指导”。',
  },
  {
    pattern: /(?:传达|贯彻)(?:学习)?(?:好|了)?[^，。；、\n“”]{0,16}(?:专题会议|反馈会议|会议)(?=[，。；])/g,
    message: (words) => `“${words}”少了中心词，传达、贯彻的是会议“精神”或者“要求”。`,
  },
  {
    pattern: /在(?:思想|政治|行动|作风|态度|感情|步调|纪律)(?:对标|对表|对齐|看齐|紧跟|追随|跟上|合拍)/g,
    message: (words) => `“${words}”少了“上”，如“在行动上对齐”。`,
  },
  {
    pattern: /(?:产生|存有|抱有|滋生)[^，。；]{0,3}(?:抵触|畏难|厌战|侥幸|厌烦|观望)(?=[，。；])/g,
    message: (words) => `“${words}”后面少了中心词，如“情绪”“心理”。`,
  },
  {
    pattern: /[交答]?[上出好]?一份(?:[^，。；！\n]{0,10}?)(?:满意|合格|优异|圆满|优秀|亮丽)(?=[，。；！])/g,
    message: (words) => `“${words}”后面少了中心词，如“的答卷”。`,
  },
]

/** A fixed frame of which a part is missing. */
export const brokenFrame: Rule = {
  ...base,
  id: 'language/broken-frame',
  find({ matches }) {
    return FRAMES.flatMap(({ pattern, message }) =>
      matches(pattern).map(
        (match): Fault => ({ start: match.index, end: match.index + match[0].length, message: message(match[0]) }),
      ),
    )
  },
}

const PARALLEL =
  /([\u4e00-\u9fff]{2}不(?:清|明|实|细|严|准|高|强|够|力|到位|足|深|全|畅|快|好|紧))([\u4e00-\u9fff]{2}不(?:清|明|实|细|严|准|高|强|够|力|到位|足|深|全|畅|快|好|紧))/g

/** 底数不清情况不明: two phrases of one build with nothing between them. */
export const missingComma: Rule = {
  ...base,
  id: 'language/missing-comma',
  severity: 'hint',
  find({ matches }) {
    return matches(PARALLEL).map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
      message: `“${match[1]}”和“${match[2]}”并列，中间少了顿号或者逗号。`,
      suggestion: `${match[1]}、${match[2]}`,
    }))
  },
}
