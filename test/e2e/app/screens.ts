import type { Page } from 'playwright-core'

/** A screen or dialog of the program, and the way to it from the one before. */
export type Scene = [name: string, show: (page: Page) => Promise<unknown>]

const dialog = (page: Page) => page.getByRole('dialog')
const closed = async (page: Page) => {
  await page.keyboard.press('Escape')
  await dialog(page).waitFor({ state: 'detached' })
}
const fromMenu =
  (menu: string, item: RegExp, wait = true) =>
  async (page: Page) => {
    await page.getByRole('button', { name: menu, exact: true }).click()
    await page.getByRole('menuitem', { name: item }).click()
    if (wait) await dialog(page).waitFor()
  }
const tab = (name: RegExp) => async (page: Page) => {
  const own = page.getByRole('tab', { name })
  await own.click()
  await own.and(page.locator('[aria-selected="true"]')).waitFor()
}
const then =
  (...steps: ((page: Page) => Promise<unknown>)[]) =>
  async (page: Page) => {
    for (const step of steps) await step(page)
  }
const card = async (page: Page) => {
  await page.locator('.card-title').first().click()
  await page.locator('.point').first().waitFor()
}
const select = async (page: Page) => {
  await page
    .locator('.paper > p')
    .nth(3)
    .click({ position: { x: 60, y: 12 } })
  await page.keyboard.press('Home')
  for (let step = 0; step < 3; step++) await page.keyboard.press('Shift+ArrowRight')
}

/** Every screen and dialog that a person meets, in one walk through the sample meeting. */
export const SCENES: readonly Scene[] = [
  ['start', (page) => page.locator('.card').first().waitFor()],
  [
    'backups',
    then(
      (page) => page.getByRole('button', { name: '备份' }).click(),
      (page) => dialog(page).waitFor(),
    ),
  ],
  [
    'settings',
    then(
      closed,
      (page) => page.getByRole('button', { name: '设置', exact: true }).click(),
      (page) => dialog(page).waitFor(),
    ),
  ],
  [
    'help',
    then(
      closed,
      (page) => page.getByRole('button', { name: '帮助' }).click(),
      (page) => dialog(page).waitFor(),
    ),
  ],
  [
    'new-meeting',
    then(
      closed,
      (page) => page.getByRole('button', { name: '新建会议' }).click(),
      (page) => page.getByLabel('被巡察单位').waitFor(),
    ),
  ],
  ['workbench', then((page) => page.goBack(), card)],
  ['point', (page) => page.locator('.point-row').first().click()],
  ['findings', tab(/校核/)],
  ['waiver', (page) => page.locator('.finding').first().getByRole('button', { name: '忽略…' }).click()],
  ['facts', tab(/要素/)],
  ['roster', (page) => page.getByText('名册', { exact: true }).click()],
  [
    'remarks',
    then(
      select,
      (page) => page.keyboard.press('Control+Alt+m'),
      async (page) => {
        await page.getByRole('textbox', { name: '写批注' }).fill('这句太空了')
        await page.getByRole('button', { name: '记下' }).click()
        await page.locator('.remark').first().waitFor()
      },
    ),
  ],
  ['revisions', tab(/版本/)],
  ['materials', tab(/素材/)],
  [
    'search',
    then(
      (page) => page.locator('.paper > p').nth(4).click(),
      (page) => page.keyboard.press('Control+h'),
      (page) => page.locator('.find-bar').waitFor(),
    ),
  ],
  [
    'fact-picker',
    then(
      (page) => page.keyboard.press('Escape'),
      (page) => page.keyboard.insertText('【'),
      (page) => page.locator('.fact-picker').waitFor(),
    ),
  ],
  [
    'blanks-offer',
    then(
      (page) => page.keyboard.press('Escape'),
      (page) => page.keyboard.press('Backspace'),
      (page) =>
        page.evaluate(() => {
          const clipboardData = new DataTransfer()
          clipboardData.setData('text/plain', '××县××镇')
          const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
          document.querySelector('.ProseMirror')?.dispatchEvent(event)
        }),
      (page) => page.getByRole('region', { name: '留的空' }).waitFor(),
    ),
  ],
  [
    'blanks',
    then(
      (page) => page.getByRole('button', { name: '逐项看…' }).click(),
      (page) => dialog(page).waitFor(),
    ),
  ],
  [
    'meeting-search',
    then(
      closed,
      (page) => page.keyboard.press('Control+Shift+h'),
      (page) => dialog(page).getByRole('textbox', { name: '查找' }).fill('整改'),
      (page) => page.getByText(/篇文稿里共/).waitFor(),
    ),
  ],
  ['delivery-check', then(closed, fromMenu('打印', /交稿检查/))],
  ['handouts', then(closed, fromMenu('导出', /会议材料/))],
  ['read-back', then(closed, fromMenu('导出', /读回修改稿/))],
  ['import', then(closed, fromMenu('添一份文稿', /从文件导入/))],
  ['editor-menu', then(closed, (page) => page.getByRole('button', { name: '更多', exact: true }).click())],
  [
    'read-only',
    then(
      (page) => page.getByRole('menuitem', { name: /只看不改/ }).click(),
      (page) => page.locator('.editor-reading').waitFor(),
    ),
  ],
  [
    'print-preview',
    then(
      (page) => page.getByRole('button', { name: '开始修改' }).click(),
      fromMenu('打印', /预览/, false),
      (page) => page.getByRole('button', { name: '照样打印' }).click(),
      (page) => page.locator('.print-pages > *').first().waitFor(),
    ),
  ],
  [
    'ledger',
    then(
      (page) => page.getByRole('button', { name: '关闭' }).click(),
      fromMenu('整改和议程', /整改台账/, false),
      (page) => page.getByRole('option').first().click(),
      (page) => page.getByRole('heading', { name: '第1个问题' }).waitFor(),
    ),
  ],
  ['tracking', tab(/跟踪督办/)],
  ['chain', then(tab(/责任链条/), (page) => page.locator('.chain-picture img').waitFor())],
  ['agenda', tab(/议程/)],
  ['meeting-check', tab(/全会核对/)],
]
