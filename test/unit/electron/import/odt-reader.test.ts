import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { importPaper } from '../../../../electron/import/import-paper.ts'

const odt = (body: string, styles = '') =>
  zipSync({
    mimetype: strToU8('application/vnd.oasis.opendocument.text'),
    'content.xml': strToU8(
      `<office:document-content><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
    ),
  })

test('automatic numbers, blanks, breaks and notes of an OpenDocument text', async () => {
  const styles =
    '<text:list-style style:name="L1">' +
    '<text:list-level-style-number text:level="1" style:num-format="一, 二, 三, ..." style:num-suffix="、"/>' +
    '<text:list-level-style-number text:level="2" style:num-format="1" style:num-suffix="."/></text:list-style>'
  const body =
    '<text:p>在会议上的讲话</text:p>' +
    '<text:list text:style-name="L1"><text:list-item><text:p>提高站位</text:p>' +
    '<text:list><text:list-item><text:p>学<text:s text:c="2"/>深</text:p></text:list-item>' +
    '<text:list-item><text:p>悟<text:note><text:p>注</text:p></text:note>透</text:p></text:list-item></text:list>' +
    '</text:list-item><text:list-item><text:p>抓好整改</text:p></text:list-item></text:list>' +
    '<text:p>要抓\n  实。<office:annotation><text:p>批</text:p></office:annotation></text:p>'
  const { text, notes } = await importPaper('a.odt', odt(body, styles))
  expect(text).toBe('在会议上的讲话\n一、提高站位\n1.学  深\n2.悟透\n二、抓好整改\n要抓 实。')
  expect(notes.join('')).toMatch(/脚注.*批注/)
})

test('what was deleted under tracking is not read', async () => {
  const body =
    '<text:tracked-changes><text:changed-region><text:deletion><text:p>删掉的</text:p></text:deletion></text:changed-region></text:tracked-changes><text:p>留下的</text:p>'
  expect((await importPaper('a.odt', odt(body))).text).toBe('留下的')
})
