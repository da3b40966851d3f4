import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pasteElsewhere, pasteFromElsewhere } from './clipboard.ts'
import { type StagePage, type Stages, startStages } from './stage.ts'

const LINES = ['T 在{unit}讲话', 'S 同志们：', 'P 开场白', '1 认清形势', '2y 提高站位。大家要学习', 'P']

let stages: Stages
beforeAll(async () => {
  stages = await startStages()
})
afterAll(() => stages.close())

/** Tags and attributes in the paper that come from somewhere else than the schema. */
const foreign = ({ page }: StagePage) =>
  page.evaluate(() =>
    [...document.querySelectorAll('.ProseMirror *')].flatMap((element) => {
      const known = /^(P|H1|SPAN|BR)$/.test(element.tagName)
      const odd = [...element.attributes].filter(({ name }) => /^(on|href|src|face|align|lang|bgcolor)/.test(name))
      return known && odd.length === 0 ? [] : [element.outerHTML.slice(0, 80)]
    }),
  )

const SAID = ['二、压实责任', '（一）书记要带头。要亲自抓，抓到底。', '1.建立台账', '2.逐项销号', '散会以后就办。']

const WPS = `<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:w="urn:schemas-microsoft-com:office:word"><head><meta charset="utf-8"/><meta name="ProgId" content="Word.Document"/>
<meta name="Generator" content="Microsoft Word 14"/><!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View>
</w:WordDocument></xml><![endif]--><style>
@font-face{font-family:"仿宋_GB2312"} p.MsoNormal{mso-style-name:正文;margin:0pt;text-align:justify;font-size:10.5pt}
</style></head><body style="tab-interval:21pt;"><!--StartFragment-->
<p class="MsoNormal" style="text-indent:32.0000pt;mso-char-indent-count:2.0000;mso-line-height-rule:exactly;line-height:28.9500pt"><span style="mso-spacerun:'yes';font-family:黑体;font-size:16.0000pt">二、压实责任</span><span style="font-family:黑体"><o:p></o:p></span></p>
<p class="MsoNormal" style="text-indent:32.0000pt"><b><span style="font-family:楷体_GB2312;font-size:16pt">（一）书记要带头。</span></b><span style="font-family:仿宋_GB2312;background:yellow">要亲自抓，</span><span style="font-family:仿宋_GB2312;color:#FF0000"><font face="仿宋_GB2312">抓到底。</font></span></p>
<p class="MsoListParagraph" style="margin-left:18pt;mso-list:l0 level1 lfo1"><!--[if !supportLists]--><span style="mso-list:Ignore">1.<span style="font:7.0pt 'Times New Roman'">&nbsp;&nbsp;</span></span><!--[endif]--><span>建立台账</span></p>
<p class="MsoListParagraph" style="margin-left:18pt;mso-list:l0 level1 lfo1"><!--[if !supportLists]--><span style="mso-list:Ignore">2.<span>&nbsp;&nbsp;</span></span><!--[endif]--><span>逐项销号</span></p>
<p class="MsoNormal"><span>散会以后就办。</span><o:p></o:p></p><!--EndFragment--></body></html>`

const LIBREOFFICE = `<!DOCTYPE html><html><head><meta http-equiv="content-type" content="text/html; charset=utf-8"/>
<title></title><meta name="generator" content="LibreOffice 7.4.7.2 (Linux)"/>
<style type="text/css">@page { size: 21cm 29.7cm; margin: 2cm } p { line-height: 115%; margin-bottom: 0.25cm }</style>
</head><body lang="zh-CN" link="#000080" vlink="#800000" dir="ltr">
<p align="justify" style="text-indent: 1.13cm; line-height: 1.02cm"><font face="黑体"><font size="4" style="font-size: 16pt">二、压实责任</font></font></p>
<p align="justify" style="text-indent: 1.13cm"><font face="楷体"><b>（一）书记要带头。</b></font><font color="#c9211e"><span style="background: #ffff00">要亲自抓，</span></font>抓到底。</p>
<ol><li><p style="margin-bottom: 0cm"><font face="仿宋">建立台账</font></p></li>
<li><p style="margin-bottom: 0cm">逐项销号</p></li></ol>
<p>散会以后就办。</p></body></html>`

const WEB = `<article class="content" style="font: 18px/1.8 serif"><h2 style="color:#c00"><a name="p2"></a>二、压实责任</h2>
<div><p>&#12288;&#12288;<strong>（一）书记要带头。</strong>要<em>亲自</em>抓，抓到底。</p></div>
<ol start="1"><li>建立台账</li><li>逐项销号</li></ol>
<table><tbody><tr><td style="width:100%">散会以后就办。</td></tr></tbody></table></article>`

describe.each([
  ['WPS', WPS],
  ['LibreOffice', LIBREOFFICE],
  ['a web page', WEB],
])('what was copied in %s', (_name, html) => {
  test('keeps its structure and loses its formatting', async (context) => {
    const stage = await stages.open(context, LINES)
    await stage.cursor(5, 0)
    await pasteFromElsewhere(stage, { html, text: '不用' })
    await expect.poll(async () => (await stage.lines()).slice(5)).toEqual(SAID)
    await expect.poll(() => foreign(stage)).toEqual([])
  })
})

test('what is hostile neither runs nor fetches anything, and leaves its words', async (context) => {
  const stage = await stages.open(context, LINES)
  const asked: string[] = []
  stage.page.on('request', (request) => asked.push(request.url()))
  await stage.cursor(5, 0)
  const html = `<base href="http://203.0.113.9/"><meta http-equiv="refresh" content="0;url=http://203.0.113.9/">
    <link rel="stylesheet" href="http://203.0.113.9/a.css"><style>@import "http://203.0.113.9/b.css"; * { background: url(http://203.0.113.9/c.png) }</style>
    <script>window.harm = 1</script><script src="http://203.0.113.9/d.js"></script>
    <p onmouseover="window.harm = 2" style="background:url(http://203.0.113.9/e.png)">一段<img src="http://203.0.113.9/f.png" onerror="window.harm = 3"></p>
    <p><a href="javascript:window.harm = 4">链接</a><svg onload="window.harm = 5"><image href="http://203.0.113.9/g.png"/><script>window.harm = 6</script></svg></p>
    <iframe src="http://203.0.113.9/h" srcdoc="<script>parent.harm = 7</script>"></iframe><object data="http://203.0.113.9/i"></object>
    <video src="http://203.0.113.9/j" autoplay></video><details open ontoggle="window.harm = 8">一行</details>
    <math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=window.harm=9&gt;"></table></mtext></math>
    <input autofocus onfocus="window.harm = 10" value="填的"><form action="http://203.0.113.9/k"><button>钮</button></form>`
  await pasteFromElsewhere(stage, { html, text: '不用' })
  await expect.poll(async () => (await stage.lines()).slice(5)).toEqual(['一段', '链接', '一行'])
  await stage.page.mouse.move(500, 400)
  await expect.poll(() => foreign(stage)).toEqual([])
  expect(await stage.page.evaluate(() => 'harm' in window)).toBe(false)
  expect(asked).toEqual([])
})

test('what is copied here arrives elsewhere with its numbers and facts, and comes back the same', async (context) => {
  const stage = await stages.open(context, [...LINES.slice(0, 5), '3 列出清单', 'P 尾声'])
  const before = await stage.stored()
  await stage.cursor(2, 0)
  await stage.page.keyboard.press('Control+a')
  await stage.page.keyboard.press('Control+c')
  const { html, text } = await pasteElsewhere(stage)
  const lines = ['在柳溪镇讲话', '同志们：', '开场白', '一、认清形势', '一要提高站位。大家要学习', '1.列出清单', '尾声']
  expect(text.split(/\n+/)).toEqual(lines)
  expect(html.match(/<(?:p|h1)\b/g)).toHaveLength(lines.length)
  for (const line of lines) expect(html.replace(/<[^>]+>/g, '')).toContain(line)
  await stage.page.keyboard.press('Control+v')
  await expect.poll(() => stage.stored()).toBe(before)
})
