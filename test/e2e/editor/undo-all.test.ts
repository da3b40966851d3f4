import { afterAll, beforeAll, expect, test } from 'vitest'
import { type StagePage, type Stages, startStages } from './stage.ts'

const LINES = [
  'T 在{unit}反馈会上的讲话',
  'S 同志们：',
  'P 今天讲三点意见。',
  '1 认清形势',
  '2y 提高站位。大家要学习××镇的做法',
  '2y 端正态度。不能搞形式',
  '1 压实责任',
  'P 书记要负总责，××镇要带头',
  '1 严明纪律',
  'C 完了',
]
const ACTIONS = 200

let stages: Stages
beforeAll(async () => {
  stages = await startStages()
})
afterAll(() => stages.close())

/** The same numbers in every run, from 0 to 1. */
function numbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state / 2_147_483_648
  }
}

const RUNS = ['heading-1', 'heading-2', 'form-shi', 'paragraph', 'promote', 'demote', 'move-up', 'move-down', 'restart']
const WORD =
  "<p class=MsoNormal><b><span style='font-family:黑体'>一、</span></b>狠抓落实</p><ol><li>一条</li><li>又一条</li></ol>"

/** One action of a person, as the browser sees it; `chance` decides where and which. */
async function act({ page, cursor, compose }: StagePage, turn: number, chance: () => number): Promise<void> {
  const blocks = await page.evaluate(() => window.stage.handle.view().blocks.length)
  const block = 2 + Math.floor(chance() * (blocks - 3))
  await cursor(block, Math.floor(chance() * 3))
  const pick = chance()
  if (turn % 10 === 0) await page.keyboard.press(turn % 20 === 0 ? 'Enter' : 'Control+Shift+Enter')
  else if (turn % 10 < 4) await compose(['ji', 'jiguan'], ['机关', '干部', '要'][Math.floor(pick * 3)] ?? '要')
  else if (turn % 10 === 4)
    await page.evaluate((id) => window.stage.handle.run(id), RUNS[Math.floor(pick * RUNS.length)] ?? '')
  else if (turn % 10 === 5) await page.keyboard.press(pick < 0.5 ? 'Backspace' : 'Delete')
  else if (turn % 10 === 6)
    // A fact in place of a blank, else one that is picked.
    await page.evaluate(() => {
      const { handle } = window.stage
      const start = handle.view().text.indexOf('××镇')
      if (start >= 0) handle.placeFacts([{ start, end: start + 3, key: 'unit' }])
      else handle.insertParagraph(3, { text: '【unit】的同志要先动起来' })
    })
  else if (turn % 10 === 7)
    // A fix that a check offers.
    await page.evaluate(() => {
      const { handle } = window.stage
      const start = handle.view().text.indexOf('要')
      if (start >= 0) handle.replaceRange({ start, end: start + 1 }, '务必')
    })
  else if (turn % 10 === 8)
    await page.evaluate(([from, to]) => window.stage.handle.moveBlock(from, to), [
      block,
      2 + Math.floor(pick * (blocks - 3)),
    ] as const)
  else
    await page.evaluate(
      ([html, dropped]) => {
        const editor = document.querySelector<HTMLElement>('.ProseMirror')
        const data = new DataTransfer()
        data.setData('text/plain', '拖来的一句话')
        if (!dropped) data.setData('text/html', html)
        const box = editor?.querySelector('p:nth-of-type(3)')?.getBoundingClientRect()
        const place = { clientX: (box?.left ?? 0) + 40, clientY: (box?.top ?? 0) + 10 }
        const how = { bubbles: true, cancelable: true }
        editor?.dispatchEvent(
          dropped
            ? new DragEvent('drop', { dataTransfer: data, ...place, ...how })
            : new ClipboardEvent('paste', { clipboardData: data, ...how }),
        )
      },
      [WORD, pick < 0.4] as const,
    )
}

test('200 mixed actions are taken back to the start, and made again to the end', async (context) => {
  const stage = await stages.open(context, LINES)
  const { page } = stage
  const before = await stage.stored()
  const chance = numbers(20_261_123)
  let changed = 0
  let last = before
  for (let turn = 0; turn < ACTIONS; turn++) {
    await act(stage, turn, chance)
    const now = await stage.stored()
    if (now !== last) changed += 1
    last = now
  }
  // Some do not apply where they fall.
  expect(changed).toBeGreaterThan(ACTIONS * 0.7)
  const all = (action: string) =>
    page.evaluate((id) => {
      let steps = 0
      while (steps < 2_000 && window.stage.handle.run(id)) steps += 1
      return steps
    }, action)
  const end = await stage.stored()
  const undone = await all('undo')
  expect(undone).toBeGreaterThan(50)
  expect(JSON.parse(await stage.stored())).toEqual(JSON.parse(before))
  expect(await all('redo')).toBe(undone)
  expect(JSON.parse(await stage.stored())).toEqual(JSON.parse(end))
})
