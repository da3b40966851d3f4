import type { BrowserContext, Page } from 'playwright-core'
import { expect, it } from 'vitest'
import type { CommandName, CommandOutput } from '../../../shared/contract/commands.ts'
import { emptyProblem } from '../../../shared/model/rectification/ledger.ts'
import { builtInPack } from '../../../shared/packs/pack.ts'
import { createHttpClient } from '../../contract/http-client.ts'
import { makeDocx, p } from '../../fixtures/import/make-docx.ts'
import { openSession, type Session, type TestHooks } from '../browser.ts'

/** Each would say so if it ran; one after the other in a text, and short enough for every field. */
const EVIL =
  '<img src=x onerror=ran(1)><script>ran(2)</script><svg onload=ran(3)><a href="javascript:ran(4)">a</a><iframe srcdoc="<script>parent.ran(5)</script>">'
/** Where there is room for a name only. */
const SHORT = '<svg onload=ran(3)>'
const ESCAPED = EVIL.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

interface Watched {
  violations: string[]
}

/** Records whatever ran, whatever the policy had to stop, and every address that is not the program's own. */
async function watch(context: BrowserContext, origin: string) {
  const ran: unknown[] = []
  const foreign: string[] = []
  await context.exposeFunction('ran', (which: unknown) => {
    ran.push(which)
  })
  await context.addInitScript(() => {
    const violations: string[] = []
    Object.assign(window, { violations })
    document.addEventListener('securitypolicyviolation', (event) =>
      violations.push(`${event.violatedDirective} ${event.blockedURI}`),
    )
  })
  context.on('request', (request) => {
    const url = request.url()
    if (!url.startsWith(origin) && !/^(?:data|blob|about):/.test(url)) foreign.push(url)
  })
  context.on('dialog', (dialog) => {
    ran.push(dialog.message())
    void dialog.dismiss()
  })
  /** Nothing ran, nothing had to be stopped, and nothing of it became an element. */
  const expectNothing = async (page: Page, where: string) => {
    const made = await page.evaluate(
      () =>
        document.querySelectorAll('script:not([src]), iframe, img[onerror], [onload], a[href^="javascript:"]').length,
    )
    const { violations } = await page.evaluate(() => ({ violations: (window as unknown as Watched).violations }))
    expect({ ran, foreign, violations, made }, where).toEqual({ ran: [], foreign: [], violations: [], made: 0 })
  }
  return { ran, expectNothing }
}

interface Opened extends Session {
  page: Page
  call<N extends CommandName>(name: N, input: unknown): Promise<CommandOutput<N>>
  expectNothing(page: Page, where: string): Promise<void>
  ran: unknown[]
}

async function open(test: TestHooks): Promise<Opened> {
  // The control at the end of the first test provokes the policy.
  const session = await openSession(test, {
    expectedErrors: /Content Security Policy|inline event handler|status of 404/,
  })
  const client = createHttpClient(session.host)
  test.onTestFinished(() => client.close())
  const watched = await watch(session.context, `http://127.0.0.1:${session.host.port}/`)
  const page = await session.newPage()
  await page.locator('.card').first().waitFor()
  return {
    ...session,
    ...watched,
    page,
    async call(name, input) {
      const answer = await client.call(name, input)
      if (!answer.ok) throw new Error(`${name}: ${answer.code} ${answer.detail ?? ''}`)
      return answer.value as never
    },
  }
}

/** Looks at every screen that shows something of the meeting. */
async function lookAround({ page, expectNothing }: Opened, title: RegExp): Promise<void> {
  const card = page.locator('.card', { hasText: title })
  await card.waitFor()
  await expectNothing(page, 'list')
  await card.locator('.card-title').click()
  await page.locator('.paper.ProseMirror').waitFor()
  await page.locator('.point').first().waitFor()
  for (const tab of ['校核', '会议要素', '版本', '素材']) {
    await page.getByRole('tab', { name: new RegExp(tab.replace('会议', '(?:会议)?')) }).click()
    await expectNothing(page, tab)
  }
  await page.keyboard.press('Control+p')
  const sheet = page.getByRole('dialog')
  await sheet.first().waitFor()
  await expectNothing(page, 'delivery')
  await page.keyboard.press('Escape')
}

it('runs nothing of what stands in names, facts, titles, the ledger and file names, here or taken in from a package', async (test) => {
  const opened = await open(test)
  const { page, call, expectNothing } = opened
  const { id: meetingId } = await call('meeting.create', {
    title: `敌意${EVIL}`.slice(0, 200),
    facts: { unit: EVIL, secretary: `甲${EVIL}`, place: EVIL },
    people: [{ name: SHORT, post: SHORT, organization: SHORT }],
    papers: ['speech', 'host-script', 'agenda'],
  })
  const change = {
    kind: 'add-problems',
    problems: [{ ...emptyProblem, id: crypto.randomUUID(), text: EVIL, category: EVIL }],
  }
  await call('ledger.change', { meetingId, revision: 0, change })
  await call('paper.import', {
    meetingId,
    kind: 'speech',
    fileName: `${EVIL.slice(0, 60)}.txt`,
    bytes: Buffer.from(`讲话\n同志们：\n${EVIL}`).toString('base64'),
  })
  await call('material.import', { fileName: `${EVIL.slice(0, 60)}.txt`, bytes: Buffer.from(EVIL).toString('base64') })
  await page.reload()
  await lookAround(opened, /^.*敌意/)

  await page.goto(`${page.url().split('#')[0]}#/rectification/${meetingId}/ledger`)
  await page.getByRole('tab', { name: '整改台账' }).waitFor()
  for (const tab of ['责任链条', '议程', '全会核对', '整改台账']) {
    await page.getByRole('tab', { name: new RegExp(`^${tab}`) }).click()
    await expectNothing(page, tab)
  }

  // The same meeting in a file from elsewhere: removed here, it comes back whole.
  const file = await call('transfer.export', { meetingId, password: null, withClues: false })
  await call('meeting.remove', { id: meetingId })
  const { source } = await call('transfer.open', { ...file, fileName: `${EVIL.slice(0, 60)}.huibei`, password: null })
  await call('transfer.take', { source, withClues: false, withPack: false })
  await page.goto(`${page.url().split('#')[0]}#/`)
  await lookAround(opened, /^.*敌意/)

  // The recorder would have noticed: put into the page by hand, the policy stops it, and says so.
  await page.evaluate((evil) => {
    document.body.append(document.createRange().createContextualFragment(evil))
  }, EVIL)
  await expect.poll(() => page.evaluate(() => (window as unknown as Watched).violations.length)).toBeGreaterThan(0)
  expect(opened.ran).toEqual([])
})

it('runs nothing of what stands in a Word file', async (test) => {
  const opened = await open(test)
  const { page, expectNothing } = opened
  const field =
    '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK "javascript:ran(6)"</w:instrText></w:r>' +
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>链接</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
  const body = `${p('讲话')}${p('同志们：')}${p(ESCAPED)}${field}<w:altChunk r:id="html"/>${p('完了。')}`
  await page.locator('.card-title').first().click()
  await page.locator('.point').first().waitFor()
  await page.getByRole('button', { name: '添一份文稿' }).click()
  await page.getByRole('menuitem', { name: /从文件导入/ }).click()
  await page.getByLabel('要导入的文件').setInputFiles({
    name: `${EVIL.replaceAll(/[/\\]/g, '')}.docx`.slice(-120),
    mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    buffer: Buffer.from(makeDocx({ body })),
  })
  await page.getByRole('dialog').getByRole('button', { name: '导入', exact: true }).click()
  const text = page.locator('.paper.ProseMirror', { hasText: 'onerror' })
  const look = page.getByRole('button', { name: '打开看看' })
  await look.or(text).first().waitFor()
  await expectNothing(page, 'question')
  if (await look.isVisible()) await look.click()
  await text.waitFor()
  await expectNothing(page, 'paper')
  await page.getByRole('tab', { name: /校核/ }).click()
  await expectNothing(page, 'findings')
  expect(opened.ran).toEqual([])
})

it('runs nothing of what stands in a rule pack', async (test) => {
  const opened = await open(test)
  const { page, expectNothing } = opened
  const shown = new Set(['name', 'hint', 'why', 'note', 'text'])
  const short = new Set(['label', 'title'])
  const hostile = JSON.stringify(
    builtInPack,
    (key, value: unknown) => {
      if (typeof value !== 'string') return value
      return shown.has(key) ? `${value}${SHORT}` : short.has(key) ? SHORT : value
    },
    2,
  )
  await page.getByRole('button', { name: '设置', exact: true }).click()
  await page.getByRole('tab', { name: '规则包' }).click()
  await page.locator('.pack-point').first().waitFor()
  await page.getByLabel('规则包文件').setInputFiles({
    name: `${EVIL.replaceAll(/[/\\]/g, '')}.json`.slice(-120),
    mimeType: 'application/json',
    buffer: Buffer.from(hostile),
  })
  await expect.poll(() => page.locator('.pack-facts').textContent()).toContain(SHORT)
  await expectNothing(page, 'settings')
  await page.keyboard.press('Escape')
  await lookAround(opened, /示例/)
  expect(opened.ran).toEqual([])
})
