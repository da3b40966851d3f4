import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Stages, startStages } from './stage.ts'

const LINES = [
  'T 在{unit}讲话',
  'S 同志们：',
  'P 开场白',
  '1 认清形势',
  '2y 提高站位。大家要学习',
  '2y 端正态度。',
  'P 尾声',
]

let stages: Stages
beforeAll(async () => {
  stages = await startStages()
})
afterAll(() => stages.close())

const PINYIN = ['z', 'zh', 'zhen', "zhen'g", "zhen'gai"]

describe('an input method loses and doubles no character', () => {
  test.for([
    ['in the title, before a fact', 0, 1, 0, '在整改柳溪镇讲话'],
    ['in the title, behind a fact', 0, 4, 0, '在柳溪镇整改讲话'],
    ['at the start of a paragraph', 2, 0, 2, '整改开场白'],
    ['in a heading', 3, 2, 3, '一、认清整改形势'],
    ['in a run-in head', 4, 2, 4, '一要提高整改站位。大家要学习'],
    ['at the end of a run-in head', 4, 5, 4, '一要提高站位。整改大家要学习'],
    ['at the end of the text', 6, 2, 6, '尾声整改'],
  ] as const)('%s', async ([, block, offset, line, expected], context) => {
    const stage = await stages.open(context, LINES)
    const before = await stage.lines()
    await stage.cursor(block, offset)
    await stage.compose(PINYIN, '整改')
    const after = await stage.lines()
    expect(after[line]).toBe(expected)
    expect(after.toSpliced(line, 1)).toEqual(before.toSpliced(line, 1))
    expect(await stage.page.evaluate(() => window.stage.toldWhileComposing)).toBe(false)
    expect(await stage.page.evaluate(() => window.stage.changes)).toBeGreaterThan(0)
  })

  test('in the middle of lit text, which stays lit', async (context) => {
    const stage = await stages.open(context, LINES)
    await stage.page.evaluate(() => {
      const start = window.stage.handle.view().text.indexOf('大家')
      window.stage.light([{ id: 'a', tone: 'error', start, end: start + 4 }])
    })
    await stage.page.waitForSelector('.lit-error')
    await stage.cursor(4, 7)
    await stage.compose(PINYIN, '都整改')
    expect((await stage.lines())[4]).toBe('一要提高站位。大家都整改要学习')
    expect((await stage.page.locator('.lit-error').allTextContents()).join('')).toBe('大家都整改要学')
  })

  test('that is called off leaves the text as it was', async (context) => {
    const stage = await stages.open(context, LINES)
    const before = await stage.stored()
    await stage.cursor(2, 1)
    await stage.compose(PINYIN, '')
    expect(await stage.stored()).toBe(before)
  })

  test('that is interrupted by a click keeps what it showed, once', async (context) => {
    const stage = await stages.open(context, LINES)
    await stage.cursor(2, 1)
    await stage.cdp.send('Input.imeSetComposition', { text: 'zheng', selectionStart: 5, selectionEnd: 5 })
    const box = await stage.page.locator('.paper > p', { hasText: '尾声' }).boundingBox()
    if (!box) throw new Error('no such paragraph')
    // A click makes the system write what is composed so far; the protocol's own click does not, so it is said here.
    await Promise.all([
      stage.cdp.send('Input.insertText', { text: 'zheng' }),
      stage.page.mouse.click(box.x + 60, box.y + 20),
    ])
    await stage.until(() => !window.stage.handle.isComposing())
    await stage.compose(['w'], '完')
    const text = (await stage.lines()).join('\n')
    expect(text.split('zheng').length).toBe(2)
    expect(text.split('完').length).toBe(2)
    expect(text.replace('zheng', '').replace('完', '')).toBe(
      '在柳溪镇讲话\n同志们：\n开场白\n一、认清形势\n一要提高站位。大家要学习\n二要端正态度。\n尾声',
    )
  })

  test('over a selection replaces it', async (context) => {
    const stage = await stages.open(context, LINES)
    await stage.page.evaluate(() => {
      const start = window.stage.handle.view().text.indexOf('大家要')
      window.stage.handle.scrollToRange({ start, end: start + 3 }, { select: true })
    })
    await stage.compose(PINYIN, '整改')
    expect((await stage.lines())[4]).toBe('一要提高站位。整改学习')
  })
})

test('Enter and figures that choose a candidate do nothing else', async (context) => {
  const stage = await stages.open(context, LINES)
  await stage.cursor(3, 4)
  const before = await stage.page.evaluate(() => window.stage.handle.doc().childCount)
  await stage.cdp.send('Input.imeSetComposition', { text: 'zheng', selectionStart: 5, selectionEnd: 5 })
  for (const key of ['Enter', 'Tab', 'Backspace', '1']) {
    const code = { Enter: 13, Tab: 9, Backspace: 8, 1: 49 }[key]
    // What the system sends while an input method has the key.
    await stage.page.evaluate(
      ([name, was]) => {
        const event = new KeyboardEvent('keydown', {
          key: name,
          keyCode: 229,
          isComposing: true,
          bubbles: true,
          cancelable: true,
        })
        const taken = !document.querySelector('.ProseMirror')?.dispatchEvent(event)
        if (taken) throw new Error(`${name} (${was}) was taken from the input method`)
      },
      [key, code ?? 0] as const,
    )
  }
  await stage.cdp.send('Input.insertText', { text: '整' })
  await stage.until(() => !window.stage.handle.isComposing())
  expect(await stage.page.evaluate(() => window.stage.handle.doc().childCount)).toBe(before)
  expect((await stage.lines())[3]).toBe('一、认清形势整')
})

test('numbers and heads are drawn anew only when the composition has ended', async (context) => {
  const stage = await stages.open(context, LINES)
  await stage.cursor(5, 5)
  await stage.cdp.send('Input.imeSetComposition', { text: 'hou', selectionStart: 3, selectionEnd: 3 })
  const heads = () => stage.page.locator('.paper-head').allTextContents()
  expect(await heads()).toEqual(['提高站位。'])
  await stage.cdp.send('Input.insertText', { text: '后文' })
  await stage.until(() => document.querySelectorAll('.paper-head').length === 2)
  expect(await heads()).toEqual(['提高站位。', '端正态度。'])
})

test('a fact is picked with an input method by the initials it shows', async (context) => {
  const stage = await stages.open(context, LINES)
  await stage.cursor(2, 1)
  await stage.compose(['【'], '【')
  await stage.page.waitForSelector('.fact-picker')
  await stage.cdp.send('Input.imeSetComposition', { text: "h'y'r'q", selectionStart: 7, selectionEnd: 7 })
  await stage.until(() => document.querySelectorAll('.fact-picker-option').length === 2)
  await stage.cdp.send('Input.insertText', { text: '会议日' })
  await stage.until(() => !window.stage.handle.isComposing())
  await stage.page.keyboard.press('Enter')
  expect((await stage.lines())[2]).toBe('开【会议日期】场白')
  await stage.page.evaluate(() => window.stage.setFacts({ unit: '青石镇', meetingDate: '2026-03-02' }))
  await stage.until(() => window.stage.handle.view().text.includes('2026年'))
  await expect.poll(() => stage.page.locator('.paper-fact').allTextContents()).toEqual(['青石镇', '2026年3月2日'])
})
