import { expect, test } from 'vitest'
import { dataFolder, type Place } from '../../../../electron/launch/data-folder.ts'

const place = (platform: NodeJS.Platform, env: Place['env'] = {}, present: string[] = []): Place => ({
  platform,
  env,
  home: platform === 'win32' ? 'C:\\Users\\wang' : '/home/wang',
  programFolder: platform === 'win32' ? 'D:\\huibei' : '/opt/huibei',
  exists: (path) => present.includes(path),
})

test.each<[string, Place, string]>([
  ['Linux', place('linux'), '/home/wang/.local/share/huibei'],
  ['Linux with XDG', place('linux', { XDG_DATA_HOME: '/data' }), '/data/huibei'],
  [
    'Linux with a relative XDG, which counts as none',
    place('linux', { XDG_DATA_HOME: 'x' }),
    '/home/wang/.local/share/huibei',
  ],
  ['macOS', place('darwin'), '/home/wang/Library/Application Support/huibei'],
  ['Windows', place('win32', { LOCALAPPDATA: 'E:\\Local' }), 'E:\\Local\\huibei'],
  [
    'Windows never in the roaming profile',
    place('win32', { APPDATA: 'E:\\Roaming' }),
    'C:\\Users\\wang\\AppData\\Local\\huibei',
  ],
  ['a stick on Windows', place('win32', {}, ['D:\\huibei\\会备数据']), 'D:\\huibei\\会备数据'],
  ['a stick on Linux', place('linux', { XDG_DATA_HOME: '/data' }, ['/opt/huibei/会备数据']), '/opt/huibei/会备数据'],
  ['the portable build', place('win32', { PORTABLE_EXECUTABLE_DIR: 'F:\\' }), 'F:\\会备数据'],
  [
    'an AppImage beside its folder',
    place('linux', { APPIMAGE: '/media/u/a.AppImage' }, ['/media/u/会备数据']),
    '/media/u/会备数据',
  ],
])('%s', (_name, where, folder) => {
  expect(dataFolder(undefined, where)).toBe(folder)
  expect(dataFolder('/asked', where)).toBe('/asked')
})
