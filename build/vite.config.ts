import { builtinModules } from 'node:module'
import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig, type EnvironmentOptions, type Plugin } from 'vite'
import { licencesPlugin } from './pack/licences-plugin.ts'

const root = join(import.meta.dirname, '..')

/** Everything with Node is bundled but for `electron` (the runtime brings it) and `better-sqlite3` (it has a binary). */
function nodeSide(input: Record<string, string>, format: 'es' | 'cjs'): EnvironmentOptions {
  return {
    consumer: 'server',
    resolve: { noExternal: true },
    build: {
      target: 'node24',
      minify: false,
      sourcemap: true,
      copyPublicDir: false,
      outDir: join(root, 'out/electron'),
      emptyOutDir: format === 'es',
      rolldownOptions: {
        input,
        platform: 'node',
        external: ['electron', 'better-sqlite3', ...builtinModules, /^node:/],
        output: {
          format,
          entryFileNames: `[name].${format === 'cjs' ? 'cjs' : 'js'}`,
          chunkFileNames: 'chunk-[name].js',
        },
      },
    },
  }
}

/** For every schema, before the first is made. */
const zodAsBuilt = (): Plugin => ({
  name: 'huibei-zod-as-built',
  enforce: 'pre',
  resolveId: (source) => (source === 'zod' ? join(root, 'build/zod-as-built.ts') : null),
})

export default defineConfig({
  root: join(root, 'renderer'),
  base: './',
  plugins: [react(), licencesPlugin(), zodAsBuilt()],
  builder: {},
  environments: {
    // Electron 45 carries Chromium 150; the loopback host also meets somewhat older installed browsers.
    client: {
      build: {
        outDir: join(root, 'out/renderer'),
        emptyOutDir: true,
        target: 'chrome120',
        // The rule pack is the largest: data, most of it words. What the first list needs is weighed by a test.
        chunkSizeWarningLimit: 1000,
        rolldownOptions: {
          output: { codeSplitting: { groups: [{ name: 'pack', test: /[\\/]shared[\\/]packs[\\/]data[\\/]/ }] } },
        },
      },
    },
    main: nodeSide(
      {
        main: join(root, 'electron/main.ts'),
        'node-host': join(root, 'electron/node-host.ts'),
        'window-host': join(root, 'electron/window-host.ts'),
        cli: join(root, 'electron/cli.ts'),
        'store-worker': join(root, 'electron/store/store-worker.ts'),
        'search-worker': join(root, 'electron/services/search/search-worker.ts'),
      },
      'es',
    ),
    preload: nodeSide({ preload: join(root, 'electron/preload.ts') }, 'cjs'),
  },
})
