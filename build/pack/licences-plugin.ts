import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'

/** Folder of the npm package that a module belongs to; null for a module of ours. */
export function packageFolder(moduleId: string): string | null {
  const path = moduleId.replaceAll('\\', '/').replace(/^\0/, '').replace(/\?.*$/, '')
  const at = path.lastIndexOf('/node_modules/')
  if (at < 0) return null
  const [scope = '', name = ''] = path.slice(at + '/node_modules/'.length).split('/')
  return `${path.slice(0, at)}/node_modules/${scope.startsWith('@') ? `${scope}/${name}` : scope}`
}

/** Name, licence and its text of a package, as it has to go along with what is shipped. */
export function licenceOf(folder: string): string {
  const { name, version, license, author } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const file = readdirSync(folder).find((entry) => /^(licen[cs]e|copying)(\.(md|txt))?$/i.test(entry))
  const holder = typeof author === 'string' ? author : author?.name
  const text = file ? readFileSync(join(folder, file), 'utf8').trim() : `${license}${holder ? `, ${holder}` : ''}`
  return `${name} ${version} (${license})\n\n${text}\n`
}

/** Writes licences.txt into every output, with the licence of each package that was bundled into it. */
export function licencesPlugin(): Plugin {
  return {
    name: 'huibei-licences',
    generateBundle(_options, bundle) {
      const folders = new Set<string>()
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue
        for (const id of chunk.moduleIds) {
          const folder = packageFolder(id)
          if (folder && existsSync(join(folder, 'package.json'))) folders.add(folder)
        }
      }
      if (folders.size === 0) return
      const source = [...folders]
        .map(licenceOf)
        .sort()
        .join(`\n${'-'.repeat(80)}\n\n`)
      this.emitFile({ type: 'asset', fileName: 'licences.txt', source })
    },
  }
}
