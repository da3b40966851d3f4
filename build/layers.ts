// Checks the dependency rule of ARCHITECTURE.md on every import in the sources.
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix, relative, sep } from 'node:path'
import { reservedProblems } from './reserved.ts'

/** A layer is a folder (or a file); it may import itself, and what stands in `may`. Longest prefix wins. */
interface Layer {
  path: string
  /** Other layers of ours. */
  may: string[]
  /** npm packages and Node modules; 'node' stands for everything with node:. */
  packages: string[]
}

const PROSEMIRROR = ['prosemirror-model']
const EDITOR = [
  'prosemirror-model',
  'prosemirror-state',
  'prosemirror-view',
  'prosemirror-transform',
  'prosemirror-history',
  'prosemirror-keymap',
  'prosemirror-commands',
  'pinyin-pro',
]
const REACT = ['react', 'react-dom', 'react-aria-components', 'lucide-react']
const RENDERER = ['renderer/ui', 'renderer/backend', 'renderer/text', 'shared']

export const LAYERS: Layer[] = [
  { path: 'shared/text', may: [], packages: ['pinyin-pro'] },
  { path: 'shared/model', may: ['shared/text'], packages: [...PROSEMIRROR, 'zod'] },
  { path: 'shared/contract', may: ['shared/model', 'shared/text'], packages: ['zod'] },
  {
    path: 'shared/packs',
    may: ['shared/model', 'shared/text', 'shared/checks/types.ts'],
    packages: [...PROSEMIRROR, 'zod'],
  },
  { path: 'shared/checks', may: ['shared/model', 'shared/text', 'shared/packs'], packages: ['zod'] },

  { path: 'shared/merge', may: ['shared/model', 'shared/text'], packages: [...PROSEMIRROR, 'zod', 'diff'] },

  { path: 'electron/store', may: ['shared'], packages: ['node', 'better-sqlite3'] },
  { path: 'electron/docx', may: ['shared'], packages: ['docx', 'fflate', ...PROSEMIRROR] },
  {
    path: 'electron/import',
    may: ['shared', 'electron/docx/style-names.ts'],
    packages: ['node', 'fflate', ...PROSEMIRROR],
  },
  {
    path: 'electron/transfer',
    may: ['electron/import/zip-reader.ts', 'shared'],
    packages: ['node', 'fflate', 'zod', ...PROSEMIRROR],
  },
  {
    path: 'electron/services',
    may: ['electron/store', 'electron/docx', 'electron/import', 'electron/transfer', 'shared', 'package.json'],
    packages: ['node', 'zod', 'pinyin-pro', ...PROSEMIRROR],
  },
  { path: 'electron/page', may: [], packages: ['node'] },
  { path: 'electron/loopback', may: ['electron/services', 'electron/page', 'shared'], packages: ['node', 'zod'] },
  { path: 'electron/launch', may: ['shared'], packages: ['node'] },
  {
    path: 'electron/shell',
    may: ['electron/services', 'electron/launch', 'electron/page', 'shared'],
    packages: ['node', 'electron'],
  },
  { path: 'electron/preload.ts', may: ['shared/contract'], packages: ['electron'] },
  { path: 'electron/main.ts', may: ['electron', 'shared'], packages: ['node', 'electron'] },
  { path: 'electron/node-host.ts', may: ['electron', 'shared'], packages: ['node'] },
  { path: 'electron/window-host.ts', may: ['electron', 'shared'], packages: ['node'] },
  {
    path: 'electron/cli',
    may: [
      'electron/services',
      'electron/docx',
      'electron/import',
      'electron/launch',
      'electron/node-host.ts',
      'shared',
    ],
    packages: ['node', 'zod', ...PROSEMIRROR],
  },
  { path: 'electron/cli.ts', may: ['electron', 'shared'], packages: ['node'] },

  { path: 'renderer/text', may: ['shared'], packages: ['diff'] },
  { path: 'renderer/ui', may: ['renderer/text', 'shared'], packages: REACT },
  { path: 'renderer/backend', may: ['shared'], packages: ['react'] },
  { path: 'renderer/editor', may: RENDERER, packages: [...REACT, ...EDITOR] },
  { path: 'renderer/print', may: RENDERER, packages: [...REACT, ...PROSEMIRROR] },
  { path: 'renderer/main.tsx', may: ['renderer', 'shared'], packages: REACT },
  // Where the features meet.
  { path: 'renderer/app', may: ['renderer', 'shared'], packages: REACT },
  { path: 'renderer/workbench', may: ['renderer', 'shared'], packages: [...REACT, ...PROSEMIRROR] },
  { path: 'renderer', may: RENDERER, packages: [...REACT, ...PROSEMIRROR, 'pinyin-pro'] },
]

const inside = (path: string, folder: string): boolean => path === folder || path.startsWith(`${folder}/`)

function layerOf(path: string): Layer | undefined {
  return LAYERS.filter((layer) => inside(path, layer.path)).sort((a, b) => b.path.length - a.path.length)[0]
}

/** A feature folder of the renderer is its own layer, though they share one row above. */
const featureOf = (path: string): string => path.split('/').slice(0, 2).join('/')

const NOTE = String.raw`(?:\/\*.*?\*\/\s*)*`
const IMPORT = new RegExp(
  String.raw`(?:\bfrom\s*|\bimport\s*\(\s*|(?<![.'])\bimport\s*|\brequire\s*\(\s*|\bimport\.meta\.resolve\s*\(\s*)${NOTE}['"]([^'"\n]+)['"]`,
  'g',
)
/** An import whose module is only known when it runs cannot be checked. */
const UNKNOWN_IMPORT = new RegExp(String.raw`\b(?:import|require)\s*\(\s*${NOTE}(?!['"\s/)])`)

/**
 * What a source file imports against the rule, one sentence each.
 * @param path relative to the root, with slashes.
 */
export function layerProblems(path: string, source: string): string[] {
  const layer = layerOf(path)
  if (!layer) return [`${path} lies in no known layer`]
  const problems = UNKNOWN_IMPORT.test(source) ? [`${path} must name what it imports`] : []
  for (const [, specifier = ''] of source.matchAll(IMPORT)) {
    if (specifier.startsWith('.')) {
      const target = posix.normalize(posix.join(posix.dirname(path), specifier.replace(/\?.*$/, '')))
      const own = layer.path === 'renderer' ? featureOf(path) : layer.path
      if (!inside(target, own) && !layer.may.some((allowed) => inside(target, allowed)))
        problems.push(`${path} must not import ${target}`)
      continue
    }
    const name = specifier.startsWith('node:') ? 'node' : packageName(specifier)
    if (!layer.packages.includes(name)) problems.push(`${path} must not import the package ${specifier}`)
  }
  return problems
}

const packageName = (specifier: string): string =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')

function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|tsx|mts)$/.test(entry.name) && !entry.name.endsWith('.d.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
}

if (import.meta.main) {
  const root = dirname(import.meta.dirname)
  const problems = ['shared', 'electron', 'renderer']
    .flatMap((folder) => sources(join(root, folder)))
    .flatMap((file) => {
      const path = relative(root, file).split(sep).join('/')
      const source = readFileSync(file, 'utf8')
      return [...layerProblems(path, source), ...reservedProblems(path, source)]
    })
  for (const problem of problems) console.error(problem)
  process.exitCode = problems.length === 0 ? 0 : 1
}
