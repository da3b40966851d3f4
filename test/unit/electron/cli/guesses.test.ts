import { describe, expect, test } from 'vitest'
import { readDate } from '../../../../electron/cli/find-date.ts'
import { guessKind } from '../../../../electron/cli/guess-kind.ts'

describe('the date in a paper', () => {
  test.each([
    ['（2026年12月15日）', '2026-12-15'],
    ['2026 年 3 月 2 日', '2026-03-02'],
    ['二〇二六年十二月十五日', '2026-12-15'],
    ['二○二六年三月三十一日', '2026-03-31'],
    ['二零二六年十月二十日', '2026-10-20'],
    ['２０２６年１月５日', '2026-01-05'],
    ['2026年2月30日', null],
    ['2026年12月', null],
    ['十二月十五日', null],
  ])('%s is %s', (text, date) => {
    expect(readDate(text)).toBe(date)
  })
})

describe('the kind of a paper', () => {
  test.each([
    ['在巡察柳溪镇情况反馈会议上的讲话', '', '', 'speech'],
    ['在巡察柳溪镇情况反馈会议上的表态发言', '', '', 'response'],
    ['巡察柳溪镇情况反馈会议主持词', '', '', 'host-script'],
    ['关于巡察柳溪镇党委情况的反馈意见', '', '', 'feedback'],
    ['巡察柳溪镇情况反馈会议议程', '', '', 'agenda'],
    ['', '主持词（第三稿）.docx', '刚才作了讲话', 'host-script'],
    ['', '稿.txt', '同志们：现在开会。', 'host-script'],
    ['', '稿.txt', '我代表镇党委班子作表态发言。', 'response'],
    ['', '稿.txt', '现将巡察情况反馈如下：', 'feedback'],
    ['', '稿.txt', '刚才，书记同志作了表态发言，讲得很好。', 'speech'],
  ])('%s %s %s is %s', (title, fileName, text, kind) => {
    expect(guessKind(title, fileName, text).kind).toBe(kind)
  })
})
