import { join, posix, win32 } from 'node:path'

/** Where the program runs: passed in so that every platform can be tested on any. */
export interface Place {
  platform: NodeJS.Platform
  env: Readonly<Record<string, string | undefined>>
  home: string
  /** Folder of the program itself. */
  programFolder: string
  exists(path: string): boolean
}

/** A folder of this name beside the program holds the data: the program and its papers travel on one stick. */
export const PORTABLE_FOLDER = '会备数据'

/**
 * The folder that holds the library, its backups and logs: what was asked for, else the portable folder, else the
 * user's own folder for program data. On Windows that is the local one, never the roaming one: a database on a
 * profile that is copied at log-on is how libraries get damaged.
 * @param asked absolute, from `--data-dir`
 */
export function dataFolder(asked: string | undefined, place: Place): string {
  const { env, home, platform } = place
  if (asked) return asked
  const path = platform === 'win32' ? win32 : posix
  const portable = path.join(portableParent(place, path), PORTABLE_FOLDER)
  // The portable build of electron-builder unpacks itself elsewhere and names the folder it was started from.
  if (env.PORTABLE_EXECUTABLE_DIR || place.exists(portable)) return portable
  switch (platform) {
    case 'win32':
      return path.join(env.LOCALAPPDATA || path.join(home, 'AppData', 'Local'), 'huibei')
    case 'darwin':
      return path.join(home, 'Library', 'Application Support', 'huibei')
    default:
      // The XDG rule: a relative path counts as not set.
      return path.join(
        env.XDG_DATA_HOME?.startsWith('/') ? env.XDG_DATA_HOME : path.join(home, '.local/share'),
        'huibei',
      )
  }
}

function portableParent({ env, programFolder }: Place, path: typeof posix): string {
  if (env.PORTABLE_EXECUTABLE_DIR) return env.PORTABLE_EXECUTABLE_DIR
  // An AppImage runs from a mount of itself; APPIMAGE names the file the user started.
  return env.APPIMAGE ? path.dirname(env.APPIMAGE) : programFolder
}

/** Folders inside the data folder that belong to the program, not to the user's papers. */
export const logFolder = (data: string): string => join(data, 'logs')
export const windowFolder = (data: string, kind: 'electron' | 'browser'): string => join(data, 'window', kind)
