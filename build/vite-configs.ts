/** How Vite builds the three parts of the app: the window, the bridge, and the desktop side. */
import path from 'node:path';
import react from '@vitejs/plugin-react';
import type { InlineConfig, Plugin } from 'vite';

const root = path.join(import.meta.dirname, '..');

/**
 * react-aria adds an inline `<style>` unless an element with this id exists: the app's own style sheet bears it, so
 * that the strict Content Security Policy has nothing to block.
 */
const REACT_ARIA_STYLE_ID = 'react-aria-pressable-style';

function markStyleSheet(): Plugin {
  return {
    name: 'mark-style-sheet',
    transformIndexHtml: {
      order: 'post',
      handler: (html) =>
        html.replace('<link rel="stylesheet"', `<link id="${REACT_ARIA_STYLE_ID}" rel="stylesheet"`),
    },
  };
}

/** The window: files only, nothing inlined, no source maps. */
export function windowConfig(outDir: string): InlineConfig {
  return {
    configFile: false,
    logLevel: 'warn',
    root: path.join(root, 'renderer'),
    base: '/',
    plugins: [react(), markStyleSheet()],
    build: {
      outDir,
      emptyOutDir: true,
      target: 'chrome146',
      assetsInlineLimit: 0,
      cssCodeSplit: false,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 4_000,
    },
  };
}

/** The bridge: one CommonJS file, for a sandboxed preload can load no siblings. */
export function bridgeConfig(outDir: string): InlineConfig {
  return {
    configFile: false,
    logLevel: 'warn',
    root,
    ssr: { noExternal: true, external: ['electron'] },
    build: {
      ssr: 'electron/preload.ts',
      outDir,
      emptyOutDir: false,
      target: 'chrome146',
      rolldownOptions: { output: { format: 'cjs', entryFileNames: 'preload.cjs', codeSplitting: false } },
    },
  };
}

/**
 * Shell and office as ES modules, file by file as in the sources: what a module finds beside itself (fonts, tables,
 * workers) it finds there in the built app too. Packages stay in node_modules.
 */
export function desktopConfig(outDir: string, entries: readonly string[]): InlineConfig {
  return {
    configFile: false,
    logLevel: 'warn',
    root,
    build: {
      ssr: true,
      outDir,
      emptyOutDir: false,
      target: 'node24',
      rolldownOptions: {
        input: entries.map((entry) => path.join(root, entry)),
        output: {
          format: 'es',
          entryFileNames: '[name].js',
          preserveModules: true,
          preserveModulesRoot: root,
        },
      },
    },
  };
}
