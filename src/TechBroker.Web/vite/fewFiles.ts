import react from '@vitejs/plugin-react'
import { build, type Rolldown } from 'vite'

// By the folder of its page: what visitors see first, and where else they go.
const home = /\/src\/pages\/home\/HomePage\.tsx$/
const visitors = /\/src\/pages\/(search|listing|need|showcase|publicity|sign-in|not-found)\/\w+Page\.tsx$/

/**
 * Groups that put what pages share into few files. Left to itself the bundler makes a file of every small part that the same pages have in
 * common, some ninety for a page of work, and each costs some 600 bytes of headers and a place in the browser's queue. Yet nobody
 * is to load what only somebody further inside needs: so it bundles once as it likes, and what the home page and the other pages of
 * visitors loaded then makes a file each.
 */
export async function fewFiles(): Promise<Rolldown.CodeSplittingGroup[]> {
  const { output } = (await build({
    configFile: false,
    logLevel: 'error',
    plugins: [react()],
    build: { write: false, minify: false, modulePreload: false, reportCompressedSize: false, chunkSizeWarningLimit: Infinity },
  })) as Rolldown.RolldownOutput
  const chunks = new Map(output.filter(file => file.type === 'chunk').map(chunk => [chunk.fileName, chunk]))
  const modulesOf = (pages: RegExp) => {
    const reached = new Set<Rolldown.OutputChunk>()
    const reach = (chunk: Rolldown.OutputChunk | undefined) => {
      if (chunk && !reached.has(chunk)) {
        reached.add(chunk)
        chunk.imports.forEach(name => reach(chunks.get(name)))
      }
    }
    ;[...chunks.values()].filter(chunk => pages.test(chunk.facadeModuleId ?? '')).forEach(reach)
    return new Set([...reached].flatMap(chunk => chunk.moduleIds))
  }
  const [ofHome, ofVisitors] = [modulesOf(home), modulesOf(visitors)]
  return [
    { name: 'start', tags: ['$initial'], priority: 4 },
    { name: 'home', test: id => ofHome.has(id), priority: 3, includeDependenciesRecursively: false },
    { name: 'visitors', test: id => ofVisitors.has(id), minShareCount: 2, priority: 2, includeDependenciesRecursively: false },
    { name: 'work', minShareCount: 4, priority: 1, includeDependenciesRecursively: false },
  ]
}
