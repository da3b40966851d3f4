import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { builtInPack } from '../../../../shared/packs/pack.ts'
import { tempFolder } from '../../../temp-folder.ts'
import { runCli } from './run-cli.ts'

const SPEECH = `在柳溪镇巡察情况反馈会议上的讲话
（2026年12月15日）
县委副书记　甲某某

同志们：

刚才，巡察组反馈了情况。
一、提高政治站位，增强整改自觉
整改是一项严肃的政治任务。
二、扛牢整改责任，做好后半篇文章
镇党委要建立整改台帐，报××备案。
`

/** The promise of issue 2, field by field: nothing more, nothing less. */
const range = { start: z.number().int().min(0), end: z.number().int().min(0) }
const quote = z.strictObject({ text: z.string(), ...range })
const reportSchema = z.strictObject({
  version: z.string(),
  file: z.string(),
  kind: z.enum(['speech', 'response', 'host-script', 'feedback', 'agenda']),
  date: z.iso.date(),
  title: z.string(),
  text: z.string(),
  characters: z.number().int(),
  minutes: z.strictObject({ min: z.number(), max: z.number() }),
  outline: z.array(z.strictObject({ level: z.number().int().min(1), marker: z.string(), text: z.string(), ...range })),
  placeholders: z.array(quote),
  points: z.array(
    z.strictObject({
      id: z.string(),
      pillar: z.enum(['opening', 'standing', 'second-half', 'chain', 'closing']),
      title: z.string(),
      level: z.enum(['required', 'expected', 'optional']),
      state: z.enum(['covered', 'weak', 'missing']),
      lacking: z.string().optional(),
      evidence: z.array(quote),
    }),
  ),
  findings: z.array(
    z.strictObject({
      rule: z.string(),
      family: z.string(),
      severity: z.enum(['error', 'warning', 'hint']),
      message: z.string(),
      text: z.string(),
      ...range,
      suggestion: z.string().optional(),
      source: z.string(),
    }),
  ),
})

function file(name: string, content: string | Uint8Array): string {
  const path = join(tempFolder(), name)
  writeFileSync(path, content)
  return path
}

async function checkJson(...args: string[]) {
  const { stdout, stderr, status } = await runCli('check', '--json', ...args)
  return { report: reportSchema.parse(JSON.parse(stdout)), stderr, status }
}

describe('check --json', () => {
  test('prints one object of the promised shape, whose ranges quote the text', async () => {
    const path = file('讲话.txt', SPEECH)
    const { report, status } = await checkJson(path)
    expect(status).toBe(1)
    expect(report).toMatchObject({
      file: path,
      kind: 'speech',
      date: '2026-12-15',
      title: '在柳溪镇巡察情况反馈会议上的讲话',
    })
    expect(report.text).toBe(SPEECH.split('\n').filter(Boolean).join('\n'))
    expect(report.outline.map(({ level, marker }) => [level, marker])).toEqual([
      [1, '一、'],
      [1, '二、'],
    ])
    const quotes = [...report.placeholders, ...report.findings, ...report.points.flatMap(({ evidence }) => evidence)]
    expect(quotes.length).toBeGreaterThan(3)
    for (const { text, start, end } of quotes) expect(report.text.slice(start, end)).toBe(text)
    expect(report.points.find(({ id }) => id === 'P1')?.state).toBe('covered')
    expect(report.findings.some(({ text }) => text.includes('台帐'))).toBe(true)
  })

  test('takes kind, date and facts from the command line', async () => {
    const facts = file(
      'facts.json',
      '\uFEFF{"单位":"柳溪镇","被巡察单位":"柳溪镇","meetingDate":"2026年12月20日","people":[{"name":"甲某某"}]}',
    )
    const path = file('讲话.txt', SPEECH)
    const withFacts = await checkJson(path, '--facts', facts, '--kind=response')
    expect(withFacts.report).toMatchObject({ kind: 'response', date: '2026-12-20' })
    expect(withFacts.stderr).toContain('“单位”')
    expect((await checkJson(path, '--facts', facts, '--date', '2027-01-05')).report.date).toBe('2027-01-05')
  })

  test('judges by another pack, and names the line of one that is broken', async () => {
    const paper = file('讲话.txt', SPEECH)
    const speech = builtInPack.points.speech.map((point) => ({ ...point, level: 'optional' as const }))
    const text = JSON.stringify({ ...builtInPack, points: { ...builtInPack.points, speech } }, null, 2)
    const { stdout } = await runCli('check', paper, '--json', '--pack', file('规则包.json', text))
    expect(new Set(reportSchema.parse(JSON.parse(stdout)).points.map(({ level }) => level))).toEqual(
      new Set(['optional']),
    )
    const broken = file('坏.json', text.replace('"version"', '"varsion"'))
    const refused = await runCli('check', paper, '--pack', broken)
    expect(refused).toMatchObject({ status: 2, stdout: '' })
    expect(refused.stderr).toMatch(/规则包“.*坏\.json”第 \d+ 行，“(varsion|version)”/)
  })

  test('a speech with everything ends with 0', async () => {
    const folder = tempFolder()
    await runCli('sample', '--out', folder)
    const clean = readdirSync(folder).find((name) => name.includes('主持词')) ?? ''
    const { report, status } = await checkJson(join(folder, clean), '--facts', join(folder, '会议要素.json'))
    expect(report.kind).toBe('host-script')
    const bad =
      report.findings.some(({ severity }) => severity === 'error') ||
      report.points.some(({ level, state }) => level === 'required' && state === 'missing')
    expect(status).toBe(bad ? 1 : 0)
  })
})

describe('check for a reader', () => {
  test('says what was found, and where', async () => {
    const { stdout, status } = await runCli('check', file('讲话.txt', SPEECH))
    expect(status).toBe(1)
    expect(stdout).toContain('类型：讲话稿（按标题判断）')
    expect(stdout).toContain('日期：2026年12月15日（取自文稿）')
    expect(stdout).toMatch(/已写到　必备　P1/)
    expect(stdout).toMatch(/第 9 段“.*台帐/)
  })
})

describe('what cannot be worked with', () => {
  const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJ', 'base64')

  test.each<[string, () => string[]]>([
    ['a file that is not there', () => ['没有这份.txt']],
    ['a folder', () => [tempFolder()]],
    ['an empty file', () => [file('空.txt', '')]],
    ['a file of spaces', () => [file('空白.txt', ' \r\n\u3000\n')]],
    ['a picture', () => [file('图.png', png)]],
    ['a picture named as a paper', () => [file('图.docx', png)]],
    ['a broken archive', () => [file('坏.docx', 'PK\u0003\u0004broken')]],
    ['a facts file that is no JSON', () => [file('a.txt', SPEECH), '--facts', file('f.json', '{')]],
    ['facts that are a list', () => [file('a.txt', SPEECH), '--facts', file('f.json', '[]')]],
    ['a facts file that is not there', () => [file('a.txt', SPEECH), '--facts', '没有.json']],
    ['a fact that cannot be', () => [file('a.txt', SPEECH), '--facts', file('f.json', '{"会议日期":"2026-02-30"}')]],
    ['a roster of names only', () => [file('a.txt', SPEECH), '--facts', file('f.json', '{"people":["甲"]}')]],
  ])('%s: one Chinese line, status 2, nothing on stdout', async (_name, args) => {
    for (const json of [[], ['--json']]) {
      const { status, stdout, stderr } = await runCli('check', ...args(), ...json)
      expect(status).toBe(2)
      expect(stdout).toBe('')
      expect(stderr).toMatch(/^[^\n]*\p{Script=Han}[^\n]*\n$/u)
      expect(stderr).not.toContain('    at ')
    }
  })

  test.each([
    [['check']],
    [['check', 'a.txt', 'b.txt']],
    [['check', 'a.txt', '--jsom']],
    [['check', 'a.txt', '--kind', 'sermon']],
    [['check', 'a.txt', '--kind']],
    [['check', 'a.txt', '--date', '2026-02-30']],
    [['check', 'a.txt', '--date', '--json']],
    [['check', 'a.txt', '--json=yes']],
    [['export', 'a.txt']],
    [['sample']],
    [['serve', '--port', '70000']],
    [['serve', 'now']],
    [['print']],
    [['constructor']],
    [[]],
  ])('the command line %j: what is wrong and the usage, status 2', async (args) => {
    const { status, stdout, stderr } = await runCli(...args)
    expect(status).toBe(2)
    expect(stdout).toBe('')
    expect(stderr).toContain('huibei ')
    expect(stderr.split('\n')[0]).toMatch(/\p{Script=Han}/u)
  })
})

describe('export and sample', () => {
  test('export writes a Word file, and check reads it back', async () => {
    const folder = tempFolder()
    const [from, out] = [file('讲话.txt', SPEECH), join(folder, '讲话.docx')]
    for (const layout of ['standard', 'podium']) {
      expect(await runCli('export', from, '--out', out, '--layout', layout)).toMatchObject({ status: 0, stderr: '' })
      expect(readdirSync(folder)).toEqual(['讲话.docx'])
      const { report } = await checkJson(out)
      expect(report.text).toBe(SPEECH.split('\n').filter(Boolean).join('\n'))
    }
  })

  test('export writes nothing when it cannot', async () => {
    const folder = tempFolder()
    const from = file('讲话.docx', 'no paper')
    mkdirSync(join(folder, 'folder.docx'))
    const before = readdirSync(folder)
    for (const out of ['讲话.docx', '讲话.doc', 'folder.docx', join('nowhere', '讲话.docx')])
      expect((await runCli('export', from, '--out', join(folder, out))).status).toBe(2)
    expect((await runCli('export', from, '--out', from)).status).toBe(2)
    expect(readdirSync(folder)).toEqual(before)
  })

  test('sample writes every paper and the facts, twice the same, but not over somebody’s changes', async () => {
    const folder = join(tempFolder(), '示例')
    expect((await runCli('sample', '--out', folder)).status).toBe(0)
    const names = readdirSync(folder)
    expect(names.filter((name) => name.endsWith('.docx'))).toHaveLength(5)
    expect((await runCli('sample', '--out', folder)).status).toBe(0)
    writeFileSync(join(folder, '会议要素.json'), '{}')
    const refused = await runCli('sample', '--out', folder)
    expect(refused).toMatchObject({ status: 2, stdout: '' })
    expect(refused.stderr).toContain('没有覆盖')
  })
})

describe('help', () => {
  test('is in Chinese and ends with 0', async () => {
    for (const args of [['--help'], ['help'], ['check', '--help'], ['serve', '--help']]) {
      const { status, stdout, stderr } = await runCli(...args)
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
      expect(stdout).toContain('huibei')
    }
    expect((await runCli('--version')).stdout).toMatch(/^\d+\.\d+\.\d+\n$/)
  })
})
