import { describe, expect, test } from 'vitest'
import { importPaper } from '../../../../electron/import/import-paper.ts'
import { type ForeignDocument, inList, makeDocx, p } from '../../../fixtures/import/make-docx.ts'

const read = (document: ForeignDocument) => importPaper('稿子.docx', makeDocx(document))
const FRONT = p('在反馈会议上的讲话') + p('同志们：')
const lines = async (document: ForeignDocument) => (await read(document)).text.split('\n').slice(2)

const level = (index: number, format: string, text: string, more = '') =>
  `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`
const list = (id: number, ...levels: string[]) =>
  `<w:abstractNum w:abstractNumId="${id}">${levels.join('')}</w:abstractNum>`
const num = (id: number, definition: number, more = '') =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${definition}"/>${more}</w:num>`

describe('automatic numbers', () => {
  const numbering =
    list(
      0,
      level(0, 'chineseCountingThousand', '%1、'),
      level(1, 'chineseCounting', '（%2）'),
      level(2, 'decimal', '%3.'),
    ) +
    list(1, level(0, 'decimal', '%1.'), level(1, 'decimal', '%1.%2')) +
    list(2, level(0, 'bullet', '')) +
    num(1, 0) +
    num(2, 1) +
    num(3, 2) +
    num(4, 1, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>')

  test('are restored, level by level', async () => {
    const body = [
      p('提高站位', inList(1)),
      p('学习。说明。', inList(1, 1)),
      p('对照。说明。', inList(1, 1)),
      p('细节。说明。', inList(1, 2)),
      p('抓好整改', inList(1)),
      p('认领。说明。', inList(1, 1)),
    ]
    const { doc, text, notes } = await read({ body: FRONT + body.join(''), numbering })
    expect(text.split('\n').slice(2)).toEqual([
      '一、提高站位',
      '（一）学习。说明。',
      '（二）对照。说明。',
      '1.细节。说明。',
      '二、抓好整改',
      '（一）认领。说明。',
    ])
    expect(doc.child(2).attrs).toMatchObject({ level: 1, fixedMarker: null })
    expect(notes).toEqual([])
  })

  test('go on across lists of one definition, and begin again where the file says so', async () => {
    const body = [p('甲', inList(2)), p('子', inList(2, 1)), p('乙', inList(2)), p('丙', inList(4)), p('点', inList(3))]
    expect(await lines({ body: FRONT + body.join(''), numbering })).toEqual(['1.甲', '1.1子', '2.乙', '1.丙', '点'])
  })

  test('come from a style too, and list 0 takes them away', async () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/>' +
      '</w:numPr><w:outlineLvl w:val="0"/></w:pPr></w:style>' +
      '<w:style w:type="paragraph" w:styleId="9"><w:name w:val="mine"/><w:basedOn w:val="1"/></w:style>'
    const style = (id: string) => `<w:pStyle w:val="${id}"/>`
    const body = p('甲', style('1')) + p('乙', style('9')) + p('丙', style('1') + inList(0))
    const { doc, text } = await read({ body: FRONT + body, numbering, styles })
    expect(text.split('\n').slice(2)).toEqual(['一、甲', '二、乙', '丙'])
    expect(doc.child(4).attrs).toMatchObject({ level: 1, fixedMarker: '' })
  })
})

describe('what is text and what is not', () => {
  test('tracked changes are read as accepted', async () => {
    const run = (text: string) => `<w:r><w:t>${text}</w:t></w:r>`
    const body = p(`<w:ins>${run('新')}</w:ins><w:del><w:r><w:delText>旧</w:delText></w:r></w:del>${run('文')}`)
    const moved = p(`<w:moveFrom>${run('去')}</w:moveFrom><w:moveTo>${run('来')}</w:moveTo>`)
    const { text, notes } = await read({ body: FRONT + body + moved })
    expect(text.split('\n').slice(2)).toEqual(['新文', '来'])
    expect(notes).toEqual(['文件里有修订痕迹，已按接受全部修订后的文字读入。'])
  })

  test('tables, text boxes and pictures are told of', async () => {
    const box = `<w:r><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent>${p('框')}</w:txbxContent></w:drawing>`
    const body = `<w:tbl><w:tr><w:tc>${p('甲')}</w:tc><w:tc>${p('乙')}</w:tc></w:tr></w:tbl>${p(
      `${box}</mc:Choice><mc:Fallback><w:t>框</w:t></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>段</w:t></w:r>`,
    )}`
    const { text, notes } = await read({ body: FRONT + body })
    expect(text.split('\n').slice(2)).toEqual(['甲', '乙', '框', '段'])
    expect(notes).toHaveLength(3)
  })

  test('tabs, breaks and entities; field codes and hidden words are left out', async () => {
    const body = p(
      '<w:r><w:tab/><w:t>a&amp;b&#x4e00;</w:t><w:br/><w:t>c</w:t></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>' +
        '<w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r><w:r><w:t>d</w:t><w:noBreakHyphen/></w:r>',
      '<w:tabs><w:tab w:val="left" w:pos="420"/></w:tabs>',
    )
    expect(await lines({ body: FRONT + body })).toEqual(['a&b一', 'cd-'])
  })

  test('a title of the file spans its lines', async () => {
    const styles = '<w:style w:type="paragraph" w:styleId="a3"><w:name w:val="Title"/></w:style>'
    const style = '<w:pStyle w:val="a3"/>'
    const { doc } = await read({ styles, body: p('扛起整改责任', style) + p('写好后半篇文章', style) + p('正文。') })
    expect(doc.firstChild?.textContent).toBe('扛起整改责任写好后半篇文章')
    expect(doc.childCount).toBe(2)
  })
})
