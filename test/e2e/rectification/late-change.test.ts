import { readFile } from 'node:fs/promises'
import { strFromU8, unzipSync } from 'fflate'
import { expect, it } from 'vitest'
import { openSession } from '../browser.ts'

const FEEDBACK = [
  '二、发现的主要问题',
  '巡察发现2个方面2个问题。',
  '（一）聚焦群众身边不正之风和腐败问题方面。一是惠农资金发放不及时。',
  '（二）聚焦基层党组织和党员队伍建设方面。一是两个村党支部“三会一课”事后补记录。',
].join('\n')
const [OLD, NEW] = ['唐稼轩', '孟春畦']

const wordText = (bytes: Uint8Array) =>
  strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array()).replace(/<[^>]*>/g, '')

it('follows a late change of the responsible person through every paper, or names the place', async (test) => {
  const { page } = await openSession(test)
  const tab = (name: string) => page.getByRole('tab', { name: new RegExp(name) }).click()
  const download = async (press: () => Promise<void>) => {
    const file = page.waitForEvent('download')
    await press()
    return readFile(await (await file).path())
  }

  await page.getByRole('button', { name: '新建会议' }).click()
  const people = [
    ['沈砚田', '县委常委、组织部部长'],
    [OLD, '柳溪镇党委书记'],
    [NEW, '柳溪镇党委副书记、镇长'],
  ]
  for (const [index, [name = '', post = '']] of people.entries()) {
    await page.getByLabel(`第${index + 1}位 姓名`).fill(name)
    await page.getByLabel(`第${index + 1}位 职务`).fill(post)
  }
  await page.getByLabel('被巡察单位').fill('柳溪镇')
  await page.getByLabel('党组织书记', { exact: true }).fill(OLD)
  await page.getByLabel('会议日期', { exact: true }).fill('2026年12月15日')
  for (const kind of ['主持词', '表态发言', /^议程/])
    await page.locator('.new-meeting-papers label', { hasText: kind }).click()
  await page.getByRole('button', { name: '建好，开始写' }).click()
  await page.getByRole('button', { name: '整改和议程' }).click()
  await page.getByRole('menuitem', { name: '整改台账' }).click()

  // Pasted 反馈意见 → ledger: the secretary answers for a problem himself.
  await page.getByRole('button', { name: '粘贴反馈意见或表格' }).click()
  await page.getByRole('textbox', { name: /粘贴到这里/ }).fill(FEEDBACK)
  await page.getByRole('button', { name: '读出问题' }).click()
  await page.getByRole('button', { name: '列入台账（2个问题）' }).click()
  await page.getByRole('option', { name: /惠农资金/ }).click()
  const problem = page.getByRole('article')
  await problem.getByLabel('认领', { exact: true }).fill(OLD)
  await problem.getByRole('button', { name: '加一条措施' }).click()
  await problem.getByLabel('整改措施', { exact: true }).fill('一次补发到卡')
  await problem.getByLabel('责任领导', { exact: true }).fill(OLD)
  await problem.getByLabel('责任人', { exact: true }).fill(OLD)
  await page.keyboard.press('Tab')
  await page.getByRole('option', { name: new RegExp(`惠农资金.*${OLD}.*${OLD}`) }).waitFor()

  // The evening before, somebody else becomes secretary.
  await page.getByRole('button', { name: '更多' }).click()
  await page.getByRole('menuitem', { name: /责任交接/ }).click()
  const dialog = page.getByRole('dialog', { name: '责任交接' })
  await dialog.getByLabel('交出人', { exact: true }).fill(OLD)
  await dialog.getByLabel('接手人', { exact: true }).fill(NEW)
  await dialog.getByLabel('理由（必填）').fill('任免')
  await dialog.getByRole('button', { name: '交接' }).click()
  await page.getByRole('option', { name: new RegExp(`惠农资金.*${NEW}.*${NEW}`) }).waitFor()

  // Chain and Word table follow at once.
  await tab('责任链条')
  const picture = page.locator('.chain-picture img')
  await expect.poll(async () => decodeURIComponent((await picture.getAttribute('src')) ?? '')).toContain(NEW)
  await expect.poll(async () => decodeURIComponent((await picture.getAttribute('src')) ?? '')).not.toContain(OLD)
  await tab('整改台账')
  await page.getByRole('button', { name: '导出' }).click()
  const roll = wordText(await download(() => page.getByRole('menuitem', { name: 'Word 总表' }).click()))
  expect([roll.includes(NEW), roll.includes(OLD)]).toEqual([true, false])

  // What cannot follow by itself is named, and leads there.
  await tab('全会核对')
  const rows = page.getByRole('list', { name: '核对结果' })
  await rows.getByText(`人员名册里还有，签到表和桌签也会有`).waitFor()
  await rows.getByText(`会议要素里党组织书记是${OLD}，责任链条里第一责任人是${NEW}。`).waitFor()
  await rows
    .getByText(new RegExp(`主持词还写着${OLD}`))
    .first()
    .waitFor()
  await rows.getByText(`会议要素“党组织书记”还是${OLD}`).click()

  // Facts and roster are put right: every paper follows.
  const secretary = page.getByLabel('党组织书记', { exact: true })
  await expect.poll(() => secretary.evaluate((field) => field === document.activeElement)).toBe(true)
  await secretary.fill(NEW)
  await page.keyboard.press('Tab')
  await page.getByRole('radio', { name: '名册' }).check({ force: true })
  await page.getByLabel('第2位 姓名').fill('')
  await page.keyboard.press('Tab')
  for (const kind of ['讲话稿', '主持词', '表态发言', '议程']) {
    await page
      .getByRole('button', { name: new RegExp(`^${kind}`) })
      .first()
      .click()
    const paper = page.locator('.paper.ProseMirror')
    await expect.poll(() => paper.textContent()).not.toContain(OLD)
    if (kind !== '讲话稿') await expect.poll(() => paper.textContent()).toContain(NEW)
  }
  await page.getByRole('button', { name: '导出' }).click()
  await page.getByRole('menuitem', { name: /会议材料/ }).click()
  const cards = page.locator('.handouts > li', { hasText: '桌签' }).getByRole('button', { name: '单独导出' })
  const names = wordText(await download(() => cards.click()))
  expect([names.includes(NEW), names.includes(OLD)]).toEqual([true, false])
  await page.keyboard.press('Escape')

  // Nothing of the old name is left anywhere.
  await page.getByRole('button', { name: '整改和议程' }).click()
  await page.getByRole('menuitem', { name: '全会核对' }).click()
  await page.getByText(/处不一致/).waitFor()
  await expect.poll(() => rows.textContent()).not.toContain(OLD)
})
