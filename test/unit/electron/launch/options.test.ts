import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readOptions } from '../../../../electron/launch/options.ts'

describe('options are read', () => {
  test.each<[string[], object]>([
    [[], { port: 0 }],
    [['--host', 'serve', '--port', '8080'], { host: 'serve', port: 8080 }],
    [['--host=browser', '--data-dir=资料'], { host: 'browser', dataDir: resolve('资料'), port: 0 }],
    [['--data-dir=/a=b'], { dataDir: resolve('/a=b'), port: 0 }],
  ])('%j', (args, options) => {
    expect(readOptions(args, 'refuse')).toEqual(options)
  })
})

describe('what is wrong is said in Chinese', () => {
  test.each<[string[], RegExp]>([
    [['--host', 'firefox'], /^--host 只能是 electron、browser、serve，不能是“firefox”/],
    [['--port', '70000'], /^--port 要 0 到 65535/],
    [['--port', '-1'], /^--port 要/],
    [['--port', '8e3'], /^--port 要/],
    [['--data-dir'], /^--data-dir 后面缺少内容/],
    [['--data-dir='], /^--data-dir 后面缺少内容/],
    [['--constructor', 'x'], /^不认识“--constructor”/],
    [['讲话.docx'], /^不认识“讲话.docx”/],
  ])('%j', (args, problem) => {
    expect(readOptions(args, 'refuse')).toMatch(problem)
  })
})

test('Chromium’s switches are passed over where Electron hands them on', () => {
  const args = ['--enable-logging', '--data-dir', '/d', '--inspect=0', '讲话.docx']
  expect(readOptions(args, 'skip')).toEqual({ dataDir: resolve('/d'), port: 0 })
})

test('a file of ours is opened, from wherever the program was started', () => {
  const file = resolve('/home/会议.HUIBEI')
  expect(readOptions(['--port=0', '会议.HUIBEI'], 'refuse', '/home')).toEqual({ port: 0, file })
  expect(readOptions(['--lang=zh', file], 'skip', '/elsewhere')).toEqual({ port: 0, file })
  expect(readOptions(['--x=a.huibei'], 'skip')).toEqual({ port: 0 })
})
