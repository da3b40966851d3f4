/** Something that only certain files may use, so that what it does is in one place. */
interface Reserved {
  what: RegExp
  name: string
  /** Files it may stand in; a folder ends with a slash. */
  only: string[]
  why: string
}

const NETWORK_MODULES = ['http', 'https', 'http2', 'net', 'tls', 'dgram', 'dns', 'dns/promises', 'inspector']

const RESERVED: Reserved[] = [
  {
    what: /\bipcMain\s*[.[]/,
    name: 'ipcMain',
    only: ['electron/shell/ipc.ts'],
    why: 'one door leads to the services',
  },
  {
    what: /\bipcRenderer\b/,
    name: 'ipcRenderer',
    only: ['electron/preload.ts'],
    why: 'a page is given two functions, nothing of Electron',
  },
  {
    what: /\bfetch\b\s*[(.,;)]|\bfetch$/m,
    name: 'fetch',
    only: ['renderer/backend/'],
    why: 'pages reach the host through Backend, and nothing else',
  },
  {
    what: /\b(?:XMLHttpRequest|WebSocket|EventSource|WebTransport|RTCPeerConnection|sendBeacon)\b/,
    name: 'another way to the network',
    only: [],
    why: 'the program has no network',
  },
  {
    what: new RegExp(`['"](?:node:)?(?:${NETWORK_MODULES.join('|')})['"]`),
    name: 'a network module of Node',
    only: ['electron/loopback/', 'electron/node-host.ts', 'electron/launch/running-host.ts'],
    why: 'the program has no network but its own door on 127.0.0.1',
  },
  {
    what: /\bopenExternal\b/,
    name: 'shell.openExternal',
    only: [],
    why: 'nothing is handed to other programs by address (Electron’s security list, item 15)',
  },
  {
    what: /\b(?:dangerouslySetInnerHTML|insertAdjacentHTML|document\.write)\b|\.(?:inner|outer)HTML\s*=(?!=)/,
    name: 'HTML from text',
    only: [],
    why: 'what is imported or pasted never becomes markup',
  },
  {
    what: /\beval\s*\(|\bnew\s+Function\s*\(/,
    name: 'code from text',
    only: [],
    why: 'packs and papers are data',
  },
]

/** Comments may speak of everything. A `//` inside a text follows a colon, one of a comment does not. */
const withoutComments = (source: string): string =>
  source.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/(^|[^:'"`])\/\/.*$/gm, '$1')

/**
 * What a source file uses that is reserved for others, one sentence each.
 * @param path relative to the root, with slashes
 */
export function reservedProblems(path: string, source: string): string[] {
  const code = withoutComments(source)
  return RESERVED.filter(({ what, only }) => {
    const allowed = only.some((place) => (place.endsWith('/') ? path.startsWith(place) : path === place))
    return !allowed && what.test(code)
  }).map(({ name, why }) => `${path} must not use ${name}: ${why}`)
}
