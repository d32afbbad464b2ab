import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import { fewFiles } from './vite/fewFiles.ts'
import { precompress } from './vite/precompress.ts'

// Where `npm run dev` finds the API: start one with `dotnet run --project src/TechBroker -- serve --demo`.
const server = process.env.TECHBROKER_URL ?? 'http://127.0.0.1:5080'

// The API refuses requests whose Origin is not its own address.
const proxied = { target: server, changeOrigin: true, headers: { origin: server } }

export default defineConfig(async ({ command }) => ({
  plugins: [react(), precompress()],
  // The server writes a new value into each answer of index.html; style elements that the pages add carry it.
  html: { cspNonce: 'CSP_NONCE' },
  build: {
    outDir: process.env.TECHBROKER_WEB_OUT ?? 'dist',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1500,
    reportCompressedSize: false,
    rolldownOptions: { output: { codeSplitting: { groups: command === 'build' ? await fewFiles() : [] } } },
  },
  server: {
    proxy: Object.fromEntries(['/api', '/openapi', '/health', '/privacy', '/plain.css', '/reset-password', '/first-administrator'].map(path => [path, proxied])),
  },
  test: { include: ['src/**/*.test.{ts,tsx}'] },
}))
