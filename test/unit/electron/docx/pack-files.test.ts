import { strToU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { distinctNames, packFiles } from '../../../../electron/docx/pack-files.ts'

test('of files of the same name each is kept', () => {
  expect(distinctNames(['讲话.docx', '讲话.docx', '讲话（2）.docx', '议程.DOCX', '议程.docx'])).toEqual([
    '讲话.docx',
    '讲话（2）.docx',
    '讲话（2）（2）.docx',
    '议程.DOCX',
    '议程（2）.docx',
  ])
  const zip = unzipSync(packFiles([1, 2].map((byte) => ({ fileName: 'a.docx', bytes: new Uint8Array([byte]) }))))
  expect(Object.values(zip).map(([byte]) => byte)).toEqual([1, 2])
})

test('a package has no folders of its own and is the same twice', () => {
  const files = [{ fileName: '../甲\\乙/丙.docx', bytes: strToU8('x') }]
  expect(Object.keys(unzipSync(packFiles(files)))).toEqual(['..甲乙丙.docx'])
  expect(packFiles(files)).toEqual(packFiles(files))
})
