import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type StagePage, type Stages, startStages } from './stage.ts'

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

/** Pastes as another program would have put it on the clipboard. */
function paste({ page }: StagePage, content: { html?: string; text: string }): Promise<void> {
  return page.evaluate(({ html, text }) => {
    const clipboardData = new DataTransfer()
    if (html) clipboardData.setData('text/html', html)
    clipboardData.setData('text/plain', text)
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
    document.querySelector('.ProseMirror')?.dispatchEvent(event)
  }, content)
}

describe('pasting', () => {
  const WORD = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head>
    <style>p.MsoNormal { mso-style-unhide: no }</style><script>window.harm = 1</script></head>
    <body lang=ZH-CN><!--StartFragment-->
    <p class=MsoNormal style='text-indent:32.0pt'><b><span style='font-family:黑体'>三、狠抓
落实<o:p></o:p></span></b></p>
    <p class=MsoNormal><span style='mso-list:Ignore'>（一）<span style='font:7.0pt "Times"'>&nbsp;&nbsp;</span></span>压实责任。要一级抓一级。<del>删去的</del><ins>添上的</ins></p>
    <img src=x onerror="window.harm = 2"><p style="display:none">藏着的</p>
    <table><tr><td><p>甲</p></td><td><p>乙</p></td></tr></table>
    <ol start=3><li>一条</li><li>又一条</li></ol><!--EndFragment--></body></html>`

  test('from Word keeps the structure, drops the formatting and runs nothing', async (context) => {
    const stage = await stages.open(context, LINES)
    await stage.cursor(6, 2)
    await stage.page.keyboard.press('Enter')
    await paste(stage, { html: WORD, text: '不用' })
    expect((await stage.lines()).slice(6)).toEqual([
      '尾声',
      '二、狠抓落实',
      '（一）压实责任。要一级抓一级。添上的',
      '甲 乙',
      '1.一条',
      '2.又一条',
    ])
    expect(await stage.page.evaluate(() => 'harm' in window)).toBe(false)
    await expect.poll(() => stage.page.locator('.ProseMirror b, .ProseMirror img, .ProseMirror table').count()).toBe(0)
  })

  test('what was copied here comes back the same, facts and numbers with it', async (context) => {
    const stage = await stages.open(context, LINES)
    const before = await stage.stored()
    const text = (await stage.lines()).join('\n')
    const copied = await stage.page.evaluate(() => {
      const clipboardData = new DataTransfer()
      const editor = document.querySelector<HTMLElement>('.ProseMirror')
      window.stage.handle.focus()
      window.stage.handle.run('select-all')
      editor?.dispatchEvent(new ClipboardEvent('copy', { clipboardData, bubbles: true, cancelable: true }))
      return { html: clipboardData.getData('text/html'), text: clipboardData.getData('text/plain') }
    })
    expect(copied.text).toBe(text)
    expect(copied.html).toContain('一、</span>认清形势')
    expect(copied.html).toContain('柳溪镇')
    await paste(stage, copied)
    expect(await stage.stored()).toBe(before)
  })
})

test('a part is written by keyboard alone, and undone to the start', async (context) => {
  const stage = await stages.open(context, ['T 讲话', 'S 同志们：', 'P', 'C 完'])
  const before = await stage.stored()
  const { keyboard } = stage.page
  await stage.cursor(1, 4)
  await keyboard.press('Enter')
  await stage.compose(['kai'], '开场。')
  await keyboard.press('Control+Shift+Enter')
  await stage.compose(['ren'], '认清形势')
  await keyboard.press('Control+Enter')
  await stage.compose(['ti'], '提高站位。')
  await keyboard.press('Enter')
  await keyboard.press('Control+Shift+Enter')
  await stage.compose(['ya'], '压实责任')
  await keyboard.press('Alt+ArrowUp')
  expect(await stage.lines()).toEqual([
    '讲话',
    '同志们：',
    '开场。',
    '一、压实责任',
    '二、认清形势',
    '（一）提高站位。',
    '完',
  ])
  await keyboard.press('Tab')
  expect((await stage.lines())[3]).toBe('（一）压实责任')
  for (let step = 0; step < 40; step++) await keyboard.press('Control+z')
  expect(await stage.stored()).toBe(before)
})

describe('the search bar', () => {
  test('finds, walks, replaces and gives the focus back', async (context) => {
    const stage = await stages.open(context, [...LINES, ...Array<string>(60).fill('P 一段正文'), 'P 大家要整改'])
    const { page } = stage
    await stage.cursor(2, 0)
    await page.keyboard.press('Control+h')
    await stage.compose(['da'], '大家要')
    const count = page.locator('.find-count')
    await expect.poll(() => count.textContent()).toBe('第 1 处，共 2 处')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    await expect.poll(() => count.textContent()).toBe('第 2 处，共 2 处')
    await expect
      .poll(() =>
        page.locator('.found-current').evaluate((found) => found.getBoundingClientRect().bottom < innerHeight),
      )
      .toBe(true)
    await page.getByLabel('替换为').fill('都要')
    await page.locator('.find-bar').getByRole('button', { name: '全部替换' }).click()
    await expect.poll(() => count.textContent()).toBe('已替换 2 处。')
    await page.keyboard.press('Escape')
    await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toContain('ProseMirror')
    expect((await stage.lines())[4]).toBe('一要提高站位。都要学习')
    await page.keyboard.press('Control+z')
    expect((await stage.lines()).join('').split('大家要')).toHaveLength(3)
  })
})

describe('facts', () => {
  test('typing goes on behind one that is selected, and Enter opens its form', async (context) => {
    const stage = await stages.open(context, LINES)
    await stage.cursor(0, 1)
    await stage.page.keyboard.press('ArrowRight')
    await stage.page.keyboard.press('Enter')
    expect(await stage.page.evaluate(() => window.stage.activated)).toEqual(['unit'])
    await stage.compose(['dang'], '党委')
    expect((await stage.lines())[0]).toBe('在柳溪镇党委讲话')
    await stage.cursor(0, 1)
    await stage.page.keyboard.press('ArrowRight')
    await stage.page.keyboard.press('Delete')
    expect((await stage.lines())[0]).toBe('在党委讲话')
  })

  test('show a new value at once, without touching the paper', async (context) => {
    const stage = await stages.open(context, LINES)
    const before = await stage.stored()
    await stage.page.evaluate(() => window.stage.setFacts({}))
    await expect.poll(() => stage.page.locator('.paper-fact.is-open').textContent()).toBe('【被巡察单位】')
    expect(await stage.stored()).toBe(before)
    expect(await stage.page.evaluate(() => window.stage.changes)).toBe(0)
  })
})

test('lit ranges say which they are when they are clicked', async (context) => {
  const stage = await stages.open(context, LINES)
  await stage.page.evaluate(() => {
    const start = window.stage.handle.view().text.indexOf('大家要学习')
    window.stage.light([
      { id: 'point', tone: 'evidence', start, end: start + 5 },
      { id: 'fault', tone: 'error', start: start + 2, end: start + 3 },
    ])
  })
  await stage.page.locator('.lit-error').click()
  expect(await stage.page.evaluate(() => window.stage.clicked)).toEqual(['fault', 'point'])
})

test('a long title stands in the lines in which it prints, though they break within what a fact says', async (context) => {
  const stage = await stages.open(context, ['T 在{unit}上的讲话', 'S 同志们：', 'P 开场白'])
  const { page } = stage
  const lines = (selector: string) => page.locator(selector).evaluate((title) => (title as HTMLElement).innerText)
  await page.evaluate(() => window.stage.setFacts({ unit: '县委第二巡察组巡察柳溪镇情况反馈会议' }))
  const printed = '在县委第二巡察组巡察柳溪镇\n情况反馈会议上的讲话'
  await expect.poll(() => lines('.ProseMirror h1')).toBe(printed)
  await page.evaluate(() => window.stage.preview(true))
  await expect.poll(() => lines('.print-pages h1')).toBe(printed)
  await page.evaluate(() => window.stage.preview(false))
  await page.evaluate(() => window.stage.setFacts({ unit: '柳溪镇' }))
  await expect.poll(() => lines('.ProseMirror h1')).toBe('在柳溪镇上的讲话')
})

test('wherever a fact is clicked, what is typed next stands beside it', async (context) => {
  const stage = await stages.open(context, ['T 在{unit}上的讲话', 'S 同志们：', 'P 感谢{unit}支持。'])
  const { page } = stage
  await page.evaluate(() => window.stage.setFacts({ unit: '县委第二巡察组巡察柳溪镇情况反馈会议' }))
  await expect.poll(() => page.locator('.ProseMirror h1 br').count()).toBeGreaterThan(0)
  const places = [0.2, 0.5, 0.8].flatMap((x) => [0.2, 0.5, 0.8].map((y) => [x, y] as const))
  const isInFact = () => page.evaluate(() => getSelection()?.anchorNode?.parentElement?.closest('.paper-fact') !== null)
  let typed = 0
  for (const fact of await page.locator('.paper-fact').all()) {
    for (const [x, y] of places) {
      await fact.scrollIntoViewIfNeeded()
      const box = await fact.boundingBox()
      if (!box) throw new Error('no fact')
      await page.mouse.click(box.x + box.width * x, box.y + box.height * y)
      if (typed % 3 === 0) await expect.poll(isInFact).toBe(false)
      if (typed % 3 === 1) await page.keyboard.press('End')
      await page.keyboard.press('x')
      typed += 1
      await expect
        .poll(async () => (await stage.lines()).join('').split('x').length - 1, { message: `${typed}: ${x} ${y}` })
        .toBe(typed)
    }
  }
  expect(await page.locator('.paper-fact').allTextContents()).toEqual(
    Array(2).fill('县委第二巡察组巡察柳溪镇情况反馈会议'),
  )
})
