import { randomUUID } from 'node:crypto'
import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createServices, type Services } from '../../../../../electron/services/create-services.ts'
import { initialsOf } from '../../../../../electron/services/search/initials.ts'
import { marksOf } from '../../../../../electron/services/search/search.ts'
import { openSearchIndex, type Passage } from '../../../../../electron/store/search-index.ts'
import type { CommandInput, CommandName, CommandOutput } from '../../../../../shared/contract/commands.ts'
import { emptyMeasure, emptyProblem } from '../../../../../shared/model/rectification/ledger.ts'
import { fold, queryTerms } from '../../../../../shared/text/fold.ts'
import { paperBody } from '../../../../contract/paper-bodies.ts'
import { tempFolder } from '../../../../temp-folder.ts'

const body = (kind: Passage['kind'], text: string): Passage => ({ kind, text, initials: '' })

function indexOf(passages: Passage[]) {
  const index = openSearchIndex(join(tempFolder(), 'index.db'))
  const head = { kind: 'paper' as const, ref: 'a', meetingId: null, stamp: '1', updated: '2026', title: '稿' }
  index.replace(passages.map((passage, number) => ({ ...head, ref: `p${number}`, passages: [passage] })))
  return index
}

describe('the index', () => {
  test('finds what a plain scan finds, for any text and query', () => {
    const text = fc.string({ unit: fc.constantFrom(...'整改到位，。、Ａa1 网格员'), maxLength: 24 })
    fc.assert(
      fc.property(
        fc.array(text, { maxLength: 12 }),
        fc.string({ unit: fc.constantFrom(...'整改网格员a1，'), minLength: 1, maxLength: 4 }),
        (texts, query) => {
          const index = indexOf(texts.map((one) => body('paragraph', one)))
          const found = index.find('bodies', query, 50).map((hit) => hit.text)
          index.close()
          const terms = queryTerms(query)
          // Marks alone are nothing to look for.
          const wanted = /[^，]/.test(query)
            ? texts.filter((one) => terms.every((term) => fold(one).includes(term)))
            : []
          expect(found).toEqual(wanted.reverse())
        },
      ),
      { numRuns: 40 },
    )
  })

  test('finds single characters, rare ones and names by their initials', () => {
    const index = indexOf([
      body('paragraph', '𬭩姓和㐱字都找得到'),
      { kind: 'person', text: '林知远 县委书记', initials: initialsOf('林知远 县委书记') },
      { kind: 'unit', text: '青垣县柳溪镇', initials: initialsOf('青垣县柳溪镇') },
    ])
    const names = (query: string) => index.find('names', query, 9).map(({ text }) => text)
    expect(index.find('bodies', '㐱', 9)).toHaveLength(1)
    expect(index.find('bodies', '𬭩姓', 9)).toHaveLength(1)
    expect(index.find('bodies', '到', 9)).toHaveLength(1)
    expect(names('lzy')).toEqual(['林知远 县委书记'])
    expect(names('LZY')).toEqual(['林知远 县委书记'])
    expect(names('lxz')).toEqual(['青垣县柳溪镇'])
    expect(names('林 书记')).toEqual(['林知远 县委书记'])
    expect(names('柳')).toEqual(['青垣县柳溪镇'])
    index.close()
  })

  test('finds people by the reading their surname has, by the usual one, and by any other of their name', () => {
    const people = {
      ...{ 单明远: ['smy', 'dmy'], 解学礼: ['xxl', 'jxl'], 仇志: ['qz', 'cz'], 区建国: ['ojg', 'qjg'] },
      ...{ 查文: ['zw', 'cw'], 盖平: ['gp'], 曾长乐: ['zcl', 'zzl', 'zcy'], 尉迟恭: ['ycg', 'wcg'], 万俟行: ['mqx'] },
    }
    const index = indexOf(
      Object.keys(people).map((name) => ({
        kind: 'person' as const,
        text: `${name} 县长`,
        initials: initialsOf(`${name} 县长`, name.length),
      })),
    )
    for (const [name, readings] of Object.entries(people)) {
      for (const reading of [...readings, `${readings[0]} xz`.slice(-2)]) {
        const [found] = index.find('names', reading, 9).filter(({ text }) => text.startsWith(name))
        expect(found?.text, `${name} by ${reading}`).toBe(`${name} 县长`)
        expect(marksOf(found?.text ?? '', found?.initials ?? '', reading), reading).not.toEqual([])
      }
    }
    expect(index.find('names', 'zmy', 9)).toEqual([])
    // The post is read as it is usually read, and a place as its name is.
    expect(
      initialsOf('单明远 县长', 3)
        .split('\n')
        .every((one) => one.endsWith(' xz')),
    ).toBe(true)
    expect(initialsOf('单县人民政府').split('\n')).toContain('sxrmzf')
    index.close()
  })

  test('shows the newest on top, also when an older paper was read again after it', () => {
    const index = openSearchIndex(join(tempFolder(), 'index.db'))
    const head = { kind: 'paper' as const, meetingId: null, title: '稿', passages: [body('paragraph', '整改')] }
    index.replace([{ ...head, ref: 'new', stamp: '1', updated: '2026-03-02' }])
    index.replace([{ ...head, ref: 'old', stamp: '2', updated: '2025-01-01' }])
    expect(index.find('bodies', '整改', 9).map(({ ref }) => ref)).toEqual(['new', 'old'])
    index.close()
  })

  test('forgets what was replaced and removed', () => {
    const index = indexOf([body('paragraph', '旧的说法'), body('paragraph', '另一段')])
    const head = { kind: 'paper' as const, ref: 'p0', meetingId: null, stamp: '2', updated: '2026', title: '稿' }
    index.replace([{ ...head, passages: [body('paragraph', '新的说法')] }])
    expect(index.find('bodies', '旧的', 9)).toEqual([])
    expect(index.find('bodies', '说法', 9).map(({ text }) => text)).toEqual(['新的说法'])
    index.remove(['paper p1'])
    expect(index.find('bodies', '另一', 9)).toEqual([])
    expect([...index.stamps()]).toEqual([['paper p0', '2']])
    index.close()
  })

  test('is begun anew when its file is damaged', () => {
    const path = join(tempFolder(), 'index.db')
    writeFileSync(path, 'no database at all'.repeat(500))
    const index = openSearchIndex(path)
    expect(index.stamps().size).toBe(0)
    index.close()
  })

  test('marks every word, by its characters or its initials', () => {
    expect(marksOf('整改，再整改', '', '整改')).toEqual([
      { start: 0, end: 2 },
      { start: 4, end: 6 },
    ])
    expect(marksOf('林知远', 'lzy', 'zy')).toEqual([{ start: 1, end: 3 }])
    expect(marksOf('ＡＢ整改', '', 'ab整')).toEqual([{ start: 0, end: 3 }])
  })
})

async function open(dataDir = tempFolder()) {
  const services: Services = await createServices({ dataDir, hostKind: 'memory', log: () => undefined })
  async function call<N extends CommandName>(name: N, input: CommandInput<N>): Promise<CommandOutput<N>> {
    const result = await services.dispatch(name, input)
    if (!result.ok) throw new Error(`${name}: ${result.code} ${result.detail ?? ''}`)
    return result.value as CommandOutput<N>
  }
  /** Asked until nothing is left to be indexed: a busy machine takes longer than somebody waits. */
  async function complete<T extends { pending: number }>(ask: () => Promise<T>): Promise<T> {
    for (;;) {
      const answer = await ask()
      if (answer.pending === 0) return answer
    }
  }
  const find = (text: string) => complete(() => call('search.find', { text }))
  const similar = (paperId: string, text: string) => complete(() => call('search.similar', { paperId, text }))
  return { services, call, dataDir, find, similar }
}

const base64 = (text: string) => Buffer.from(text).toString('base64')
const LINE = '要坚持问题导向，把群众反映强烈的饮水安全问题一件一件改到位，不松劲、不歇脚。'

describe('searching the library', { timeout: 90_000 }, () => {
  test('finds the sample, what was just written, and no longer what was removed', async () => {
    const { services, call, dataDir, find } = await open()
    try {
      const first = await find('柳溪')
      expect(first.names.map(({ kind }) => kind)).toContain('unit')
      expect(first.passages[0]?.marks.length).toBeGreaterThan(0)
      const meeting = await call('meeting.create', {
        title: '石桥乡反馈会议',
        facts: { unit: '石桥乡' },
        people: [{ name: '苏明礼', post: '乡长', organization: '石桥乡政府' }],
        papers: ['speech'],
      })
      const paperId = meeting.papers[0]?.id ?? ''
      await call('paper.save', { id: paperId, revision: 1, body: paperBody('讲话', '玄武岩采石场要关停。') })
      expect((await find('采石场')).passages).toMatchObject([
        { kind: 'paragraph', source: 'paper', ref: paperId, meetingTitle: '石桥乡反馈会议' },
      ])
      expect((await find('sml')).names).toMatchObject([
        { kind: 'person', text: '苏明礼 乡长', marks: [{ start: 0, end: 3 }] },
      ])
      await call('meeting.remove', { id: meeting.id })
      expect((await find('采石场')).passages).toEqual([])
      expect(existsSync(join(dataDir, 'huibei-search.db'))).toBe(true)
    } finally {
      await services.close()
    }
    // Nothing of the index goes into a backup, and the library itself holds none of it.
    expect(readdirSync(join(dataDir, 'backups')).every((name) => !name.includes('search'))).toBe(true)
  })

  test('reads papers again when the office changes what its terms make of a date', async () => {
    const { services, call, find } = await open()
    try {
      const { id, papers } = await call('meeting.create', {
        title: '会',
        facts: { meetingDate: '2026-03-02' },
        people: [],
        papers: ['speech'],
      })
      expect(id).not.toBe('')
      const fact = (key: string) => ({ type: 'fact', attrs: { key } })
      const doc = JSON.parse(paperBody('讲话', '方案最迟报到。'))
      doc.doc.content[1].content.push(fact('planDeadline'))
      await call('paper.save', { id: papers[0]?.id ?? '', revision: 1, body: JSON.stringify(doc) })
      const found = async () => (await find('最迟报到')).passages.map(({ text }) => text)
      const [before] = await found()
      expect(before).toMatch(/2026年\d+月\d+日/)
      const { revision, settings } = await call('settings.get', {})
      const terms = { ...settings.terms, plan: { amount: 2, unit: 'month' as const } }
      await call('settings.save', { revision, settings: { ...settings, terms } })
      await expect.poll(found).not.toEqual([before])
    } finally {
      await services.close()
    }
  })

  test('takes old papers in once, and finds them', async () => {
    const { services, call, find } = await open()
    try {
      const bytes = base64(`关于饮水安全的讲话\n${LINE}\n`)
      expect(await call('material.import', { fileName: '旧稿.txt', bytes })).toMatchObject({ state: 'added' })
      const again = await call('material.import', { fileName: '旧稿 副本.txt', bytes })
      expect(again).toMatchObject({ state: 'known', document: { fileName: '旧稿.txt' } })
      expect(await call('library.list', {})).toHaveLength(1)
      const { names, passages } = await find('饮水安全')
      expect(names.map(({ kind }) => kind)).toEqual(['document'])
      expect(passages.map(({ kind }) => kind)).toEqual(['line'])
    } finally {
      await services.close()
    }
  })

  test('shows what of a draft stands elsewhere, and not in itself', async () => {
    const { services, call, similar } = await open()
    try {
      await call('material.import', { fileName: '旧稿.txt', bytes: base64(`关于饮水安全的讲话\n${LINE}\n`) })
      const { papers } = await call('meeting.create', { title: '新会议', facts: {}, people: [], papers: ['speech'] })
      const paperId = papers[0]?.id ?? ''
      const draft = `今天我讲三点意见。${LINE.replaceAll('，', ',')}下面请大家讨论玄武岩采石场的事情。`
      await call('paper.save', { id: paperId, revision: 1, body: paperBody('讲话', draft) })
      const found = await similar(paperId, draft)
      expect(found.passages).toHaveLength(1)
      const [passage] = found.passages
      expect(draft.slice(passage?.start, passage?.end)).toBe(LINE.replaceAll('，', ',').slice(0, -1))
      expect(passage?.fromText.slice(passage.fromStart, passage.fromEnd)).toBe(LINE.slice(0, -1))
      expect(passage).toMatchObject({ papers: 1, from: { source: 'document', title: '关于饮水安全的讲话' } })
      expect(found.shared / found.characters).toBeCloseTo(31 / 55, 1)
    } finally {
      await services.close()
    }
  })

  test('finds the people and units of the ledger, by initials too', async () => {
    const { services, call, find } = await open()
    try {
      const { id } = await call('meeting.create', { title: '会', facts: {}, people: [], papers: ['speech'] })
      const measure = { ...emptyMeasure, id: randomUUID(), status: '未启动', owner: '解学礼', leadUnit: '单县水利站' }
      const problem = {
        ...emptyProblem,
        id: randomUUID(),
        text: '蓄水池没有人管。',
        measures: [{ ...measure, progress: '已经补签管护协议。' }],
      }
      const change = { kind: 'add-problems' as const, problems: [problem] }
      await call('ledger.change', { meetingId: id, revision: 0, change })
      for (const [query, kind] of [
        ['xxl', 'person'],
        ['sxslz', 'unit'],
        ['水利站', 'unit'],
      ] as const)
        expect((await find(query)).names, query).toMatchObject([{ kind, source: 'ledger', ref: id }])
      expect((await find('管护协议')).passages).toMatchObject([{ kind: 'problem', ref: id }])
    } finally {
      await services.close()
    }
  })

  test('finds what the library holds after it was changed for a backup, and no longer what it held', async () => {
    const { services, call, find } = await open()
    try {
      const { papers } = await call('meeting.create', { title: '会', facts: {}, people: [], papers: ['speech'] })
      const id = papers[0]?.id ?? ''
      await call('paper.save', { id, revision: 1, body: paperBody('讲话', '玄武岩采石场要关停。') })
      const { backups } = await call('backup.make', {})
      await call('paper.save', { id, revision: 2, body: paperBody('讲话', '石灰岩料场要复绿。') })
      expect((await find('石灰岩')).passages).toHaveLength(1)
      const { source } = await call('backup.open', { id: backups[0]?.id ?? '', password: null })
      await call('backup.replace', { source })
      expect((await find('玄武岩')).passages).toHaveLength(1)
      expect((await find('石灰岩')).passages).toEqual([])
    } finally {
      await services.close()
    }
  })

  test('makes the index again when it is gone', async () => {
    const first = await open()
    await first.find('柳溪')
    await first.services.close()
    writeFileSync(join(first.dataDir, 'huibei-search.db'), 'broken')
    const second = await open(first.dataDir)
    expect((await second.find('柳溪')).names.length).toBeGreaterThan(0)
    await second.services.close()
  })
})
