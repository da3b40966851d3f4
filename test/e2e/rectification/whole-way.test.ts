import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { openSession } from '../browser.ts'

const FEEDBACK = [
  '县委第二巡察组关于巡察柳溪镇党委情况的反馈意见',
  '一、主要工作情况',
  '近年来，镇党委各项工作取得了一定成绩。',
  '二、发现的主要问题',
  '巡察发现2个方面3个问题。',
  '（一）聚焦群众身边不正之风和腐败问题方面。一是惠农资金发放不及时。二是部分村集体房屋出租未经集体研究。',
  '（二）聚焦基层党组织和党员队伍建设方面。一是两个村党支部“三会一课”事后补记录。',
  '三、整改意见建议',
  '（一）加强理论武装。',
].join('\n')

it('goes from a pasted 反馈意见 to the ledger, the picture, Word, and a late change of a person', async (test) => {
  const { page } = await openSession(test)
  const problem = page.getByRole('article')
  const tab = (name: string) => page.getByRole('tab', { name: new RegExp(name) }).click()
  const download = async (press: () => Promise<void>) => {
    const file = page.waitForEvent('download')
    await press()
    const done = await file
    return { name: done.suggestedFilename(), bytes: await readFile(await done.path()) }
  }

  await page.getByRole('button', { name: '新建会议' }).click()
  const people = [
    ['唐稼轩', '柳溪镇党委书记'],
    ['孟春畦', '柳溪镇党委副书记、镇长'],
    ['秦越川', '柳溪镇副镇长'],
  ]
  for (const [index, [name = '', post = '']] of people.entries()) {
    await page.getByLabel(`第${index + 1}位 姓名`).fill(name)
    await page.getByLabel(`第${index + 1}位 职务`).fill(post)
  }
  await page.getByLabel('被巡察单位').fill('柳溪镇')
  await page.getByLabel('党组织书记', { exact: true }).fill('唐稼轩')
  await page.getByLabel('会议日期', { exact: true }).fill('2026年12月15日')
  await page.getByRole('button', { name: '建好，开始写' }).click()
  await page.getByRole('button', { name: '整改和议程' }).click()
  await page.getByRole('menuitem', { name: '整改台账' }).click()

  // The pasted paper is read, and taken over when it is confirmed.
  await page.getByRole('button', { name: '粘贴反馈意见或表格' }).click()
  await page.getByRole('textbox', { name: /粘贴到这里/ }).fill(FEEDBACK)
  await page.getByRole('button', { name: '读出问题' }).click()
  await expect.poll(() => page.getByRole('list', { name: '读出的问题' }).getByRole('listitem').count()).toBe(3)
  await page.getByRole('button', { name: '列入台账（3个问题）' }).click()
  await page.getByText('2个方面3个问题，3行').waitFor()

  // One problem gets its measure.
  await page.getByRole('option', { name: /惠农资金/ }).click()
  await problem.getByLabel('认领', { exact: true }).fill('唐稼轩')
  await problem.getByRole('button', { name: '加一条措施' }).click()
  await problem.getByLabel('整改措施', { exact: true }).fill('核对欠发户，一次补发到卡')
  await problem.getByText('立行立改').click()
  await problem.getByRole('button', { name: /按本单位规则定为2027年1月5日/ }).click()
  await problem.getByLabel('责任领导', { exact: true }).fill('孟春畦')
  await problem.getByLabel('责任人', { exact: true }).fill('冯小禾')
  await page.keyboard.press('Tab')
  await problem.getByText('冯小禾不在人员名册里', { exact: true }).waitFor()

  // Somebody else takes over; the history says so.
  await page.getByRole('button', { name: '更多' }).click()
  await page.getByRole('menuitem', { name: /责任交接/ }).click()
  const dialog = page.getByRole('dialog', { name: '责任交接' })
  await dialog.getByLabel('交出人', { exact: true }).fill('冯小禾')
  await dialog.getByLabel('接手人', { exact: true }).fill('秦越川')
  await dialog.getByLabel('理由（必填）').fill('班子调整')
  await dialog.getByRole('button', { name: '交接' }).click()
  await page.getByRole('option', { name: /惠农资金.*秦越川/ }).waitFor()
  await problem.getByRole('button', { name: '显示历次改动' }).click()
  await problem.getByText(/责任交接：冯小禾 → 秦越川/).waitFor()

  // The chain shows what is missing still; picture and table go out.
  await tab('责任链条')
  await page.getByText(/第2个问题.*没有整改措施/).waitFor()
  const picture = page.locator('.chain-picture img')
  expect(decodeURIComponent((await picture.getAttribute('src')) ?? '')).toContain('秦越川')
  const exported = async (item: string) => {
    await page.getByRole('button', { name: '导出' }).click()
    return download(() => page.getByRole('menuitem', { name: item }).click())
  }
  const png = await exported('PNG 图片')
  expect(png.bytes.subarray(1, 4).toString('latin1')).toBe('PNG')
  const chain = await exported('Word（图）')
  expect(chain.name).toBe('柳溪镇党委巡察整改责任链条图.docx')
  expect(chain.bytes.includes('word/media/')).toBe(true)
  await tab('整改台账')
  const roll = await exported('Word 总表')
  expect(roll.name).toBe('柳溪镇党委巡察反馈问题整改台账.docx')

  // Excel out and in again: everything is read as it was.
  const xlsx = await exported('Excel 台账')
  await page.locator('input[type=file]').setInputFiles({ name: xlsx.name, mimeType: '', buffer: xlsx.bytes })
  await page.getByRole('dialog', { name: '核对回传的台账' }).getByText('表里的内容和台账一样，没有要改的。').waitFor()
  await page.keyboard.press('Escape')

  // A reload finds all of it.
  await page.reload()
  await page.getByText('2个方面3个问题，3行').waitFor()
  await page.getByRole('option', { name: /惠农资金.*秦越川/ }).waitFor()
})

it('lets the papers follow the agenda, and leads from a contradiction to its place', async (test) => {
  const { page } = await openSession(test)
  await page.locator('.card', { hasText: '责任链条缺 2 处' }).waitFor()
  await page.locator('.card-title').click()
  await page.getByRole('button', { name: '整改和议程' }).click()
  await page.getByRole('menuitem', { name: '议程' }).click()

  // By keyboard: the feedback comes last.
  await page.getByText('共5项，65分钟').waitFor()
  const action = page.getByLabel('第1项内容')
  await action.focus()
  for (let step = 2; step <= 5; step++) {
    await page.keyboard.press('Alt+ArrowDown')
    await page.getByRole('listitem', { name: new RegExp(`第${'一二三四五'[step - 1]}项 郑柏青`) }).waitFor()
  }
  await page
    .getByText(/份文稿已跟着议程改好/)
    .first()
    .waitFor()
  await page.getByRole('button', { name: '第5项往前移' }).click()
  await page.getByRole('listitem', { name: /第四项 郑柏青/ }).waitFor()

  await page.getByRole('tab', { name: '全会核对' }).click()
  await page.getByText('主持词和议程一致，共5项。').waitFor()
  for (const planted of [/冯晓禾不在人员名册里/, /第9个问题.*没有整改时限/, /第11个问题.*超过了集中整改期限/])
    await page.getByText(planted).waitFor()

  // A row leads to the ledger, another to the words in a paper.
  await page.getByText(/第9个问题.*没有整改时限/).click()
  await page.getByRole('heading', { name: '第9个问题' }).waitFor()
  await page.getByRole('tab', { name: '全会核对' }).click()
  await page.getByText(/主持词“郑伯青”/).click()
  await page.locator('.paper.ProseMirror', { hasText: '主持词' }).waitFor()
  await page.waitForFunction(() => window.getSelection()?.toString() === '郑伯青')
  const script = (await page.locator('.paper.ProseMirror').textContent()) ?? ''
  expect(script.match(/第[一二三四五六]项/g)).toEqual(['第一项', '第二项', '第三项', '第四项', '第五项'])
  expect(script).toMatch(/第四项议程，请县委第二巡察组组长郑柏青同志反馈巡察情况。刚才，巡察组指出的问题/)
})
