import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buildHandout, type HandoutData } from '../../../../../shared/model/handouts/build-handout.ts'
import { feedbackProblems } from '../../../../../shared/model/handouts/feedback-problems.ts'
import { HANDOUT_KINDS } from '../../../../../shared/model/handouts/handout.ts'
import { CARD, nameCard } from '../../../../../shared/model/handouts/name-card.ts'
import { recognisePaper, sourceLines } from '../../../../../shared/model/recognise.ts'
import { textView } from '../../../../../shared/model/text-view.ts'

const data: HandoutData = {
  meeting: '反馈会议',
  time: '2026年12月15日上午9时',
  place: '三楼会议室',
  givenBy: '县委第二巡察组',
  receivedBy: '柳溪镇党委',
  people: [
    { name: '沈砚田', post: '县委常委、组织部部长', organization: '' },
    { name: '李明', post: '党委书记', organization: '柳溪镇' },
    { name: '秦越川', post: '柳溪镇副镇长', organization: '柳溪镇' },
  ],
  papers: ['反馈意见'],
  checklist: {
    paper: '讲话',
    rows: [{ title: '传达精神', level: '必备', state: '已写到', note: '“……”' }],
    faults: ['甲'],
  },
  duties: [
    {
      problem: '停车秩序差',
      measures: '划线\n巡查',
      leader: '唐稼轩',
      department: '镇城管办',
      partners: '',
      owner: '冯小禾',
      deadline: '2027年3月15日',
      remark: '',
    },
  ],
  blankRows: 2,
}

describe('handouts of a meeting', () => {
  test('a sign-in sheet lists everybody by rank, says no unit twice, and leaves rows for others', () => {
    const { title, lines, table } = buildHandout('sign-in', data)
    expect(title).toBe('反馈会议签到表')
    expect(lines).toEqual(['时间：2026年12月15日上午9时', '地点：三楼会议室'])
    expect(table?.rows.map((row) => row.slice(0, 3))).toEqual([
      ['1', '沈砚田', '县委常委、组织部部长'],
      ['2', '李明', '柳溪镇党委书记'],
      ['3', '秦越川', '柳溪镇副镇长'],
      ['4', '', ''],
      ['5', '', ''],
    ])
  })

  test('what ends the unit and begins the post is said once', () => {
    const person = (organization: string, post: string) => ({ name: '李明', organization, post })
    const people = [
      person('柳溪镇党委', '党委书记'),
      person('县委第二巡察组', '组长'),
      person('县委办公室', '办公室主任'),
      person('财政所', '所长'),
    ]
    const rows = buildHandout('attendees', { ...data, people }).table?.rows.map((row) => row[2])
    expect(rows).toEqual(['柳溪镇党委书记', '县委第二巡察组组长', '县委办公室主任', '财政所所长'])
  })

  test('long names are broken behind their points, long posts set smaller', () => {
    const people = [{ name: '买买提·吐尔逊·阿不都热合曼', post: '主任', organization: '综合服务中心'.repeat(6) }]
    const { table } = buildHandout('sign-in', { ...data, people })
    expect(table?.rows[0]?.[1]).toBe('买买提·\n吐尔逊·\n阿不都热合曼')
    expect(table?.size).toBeLessThan(buildHandout('sign-in', data).table?.size ?? 0)
  })

  test('the 责任分工表 lies across and holds every column of a row', () => {
    const { landscape, table } = buildHandout('duties', data)
    expect(landscape).toBe(true)
    expect(table?.rows).toEqual([
      ['1', '停车秩序差', '划线\n巡查', '唐稼轩', '镇城管办', '', '冯小禾', '2027年3月15日', ''],
    ])
  })

  test('a checklist ends with what has to be settled, across the whole table', () => {
    expect(buildHandout('checklist', data).table?.rows).toEqual([
      ['1', '传达精神', '必备', '已写到', '“……”', ''],
      ['交稿前要处理的问题（1 项）'],
      ['甲'],
    ])
  })

  test('without any data every handout is still a form to be filled by hand', () => {
    const bare = { ...data, time: '', place: '', people: [], papers: [], checklist: null, duties: [], blankRows: 0 }
    for (const kind of HANDOUT_KINDS) {
      const { table, cards } = buildHandout(kind, bare)
      expect(table === null ? cards : table.rows.length > 0, kind).toEqual(table === null ? [] : true)
      for (const row of table?.rows ?? []) expect([1, table?.columns.length]).toContain(row.length)
    }
  })
})

describe('name cards', () => {
  test('two characters stand as wide as three, longer names get smaller', () => {
    expect(nameCard('李明').lines).toEqual(['李　明'])
    expect(nameCard('李 明').lines).toEqual(['李　明'])
    expect(nameCard('李明').size).toBe(nameCard('沈砚田').size)
    expect(nameCard('司马欧阳春晓').size).toBeLessThan(nameCard('沈砚田').size)
  })

  test('a long name stands in two lines, broken behind a point', () => {
    const card = nameCard('买买提·吐尔逊·阿不都热合曼')
    expect(card.lines).toEqual(['买买提·吐尔逊·', '阿不都热合曼'])
    expect(card.size).toBeGreaterThan(nameCard('买买提吐尔逊阿不都热合曼').size * 1.5)
    expect(nameCard('㛃𬭁').lines).toEqual(['㛃　𬭁'])
  })

  test('a name of any length fits on its half of the sheet', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'李明欧阳·卡'), minLength: 1, maxLength: 30 }), (name) => {
        const { lines, size, spacing } = nameCard(name)
        expect(lines.join('').replace('　', '')).toBe(name)
        const width = Math.max(...lines.map((line) => Array.from(line).length)) * (size + spacing)
        expect((width / 72) * 25.4).toBeLessThanOrEqual(CARD.width - 2 * CARD.side + 3)
        expect(((lines.length * size * 1.2) / 72) * 25.4).toBeLessThan(CARD.height)
      }),
    )
  })
})

test('the problems of a feedback paper are its own words, from the part on problems', () => {
  const lines = [
    '关于巡察情况的反馈意见',
    '一、主要工作',
    '一是茶园改造有进展。二是道路通了。',
    '二、发现的主要问题',
    '巡察发现2个方面3个问题。',
    '（一）落实部署方面。一是学习停在念文件。二是管护责任不清，三处沟渠淤塞。',
    '（二）班子建设不强',
    '三、整改要求',
    '一是抓紧整改。',
  ]
  const { doc } = recognisePaper(sourceLines(lines.join('\n')))
  expect(feedbackProblems(textView(doc, () => ({ text: null, label: '' })))).toEqual([
    '学习停在念文件',
    '管护责任不清，三处沟渠淤塞',
    '班子建设不强',
  ])
})
