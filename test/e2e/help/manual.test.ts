import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openSession } from '../browser.ts'

const MANUAL = join(import.meta.dirname, '../../../docs/manual')
const chapters = readdirSync(MANUAL).filter((file) => /^0\d-.*\.md$/.test(file))

it('F1 opens the manual with every chapter and picture, without a network', async (test) => {
  const { page, context, host } = await openSession(test)
  const asked: string[] = []
  context.on('request', (request) => asked.push(request.url()))
  await page.locator('.card').waitFor()
  await page.keyboard.press('F1')
  const help = page.getByRole('dialog', { name: '帮助' })
  await help.getByRole('tab', { name: '使用手册' }).click()
  const contents = help.getByRole('navigation', { name: '手册目录' })
  await contents.waitFor()
  for (const file of chapters) {
    const title = /^# (.+)$/m.exec(readFileSync(join(MANUAL, file), 'utf8'))?.[1] ?? ''
    await contents.getByRole('button', { name: title }).click()
    await help.getByRole('heading', { name: title }).waitFor()
    // A picture that did not arrive has no width.
    const pictures = help.locator('article img')
    expect(await pictures.count(), file).toBeGreaterThan(0)
    await expect
      .poll(() =>
        pictures.evaluateAll((all) => all.filter((one) => (one as HTMLImageElement).naturalWidth === 0).length),
      )
      .toBe(0)
  }
  const origin = `http://127.0.0.1:${host.port}/`
  expect(asked.filter((url) => !url.startsWith(origin) && !url.startsWith('data:'))).toEqual([])
  if (process.env.HUIBEI_PICTURES) await page.screenshot({ path: join(process.env.HUIBEI_PICTURES, 'manual.png') })

  await help.getByRole('tab', { name: '关于会备' }).click()
  const { version } = JSON.parse(readFileSync(join(MANUAL, '../../package.json'), 'utf8')) as { version: string }
  await help.getByText(version, { exact: true }).waitFor()
  if (process.env.HUIBEI_PICTURES) await page.screenshot({ path: join(process.env.HUIBEI_PICTURES, 'about.png') })
})
