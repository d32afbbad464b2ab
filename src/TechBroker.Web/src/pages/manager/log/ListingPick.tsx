import { QrcodeOutlined } from '@ant-design/icons'
import { useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query'
import { App, Button, Select } from 'antd'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { api, bodyOf, type Listing } from '../../../api/client'
import { isProblem } from '../../../api/problem'
import { listingQuery } from '../../../api/queries'
import { useI18n } from '../../../i18n'
import { useProblemText } from '../../../shared/problemText'
import { listingIdOf } from './code'
import { loadDecoder } from './decoder'
import { among, see, seenListings } from './seen'
import { useSettled } from '../../../shared/useSettled'

const loadScanner = () => import('./Scanner')
const Scanner = lazy(() => loadScanner().then(({ Scanner }) => ({ default: Scanner })))
const mostShown = 8

// A longer one is cut off beside the button, on a phone.
const shortTitle = 14

// Without a question as many as are worth knowing when the network is gone.
const mostKept = 100

export interface Picked {
  id: string
  title?: string
  organisationId?: string
}

/** A listing by its code, its address or words of its title. Without a network those are found that were seen on this phone. For a Form.Item. */
export function ListingPick(props: { id?: string; value?: Picked; onChange?: (listing: Picked | undefined) => void }) {
  const { t } = useI18n()
  const queries = useQueryClient()
  const problemText = useProblemText()
  const { message } = App.useApp()
  // Answers of a bad network come late, when something else was chosen already, or the form is empty again.
  const chosenId = useRef<string>(undefined)
  useEffect(() => {
    chosenId.current = props.value?.id
  })
  const [scanning, setScanning] = useState(false)
  const [question, setQuestion] = useState('')
  const asked = useSettled(question.trim(), 200)
  const found = useQuery({
    queryKey: ['listings', 'log', asked],
    queryFn: async ({ signal }) => {
      const page = await bodyOf(api.GET('/api/v1/listings', { params: { query: { q: asked || undefined, state: 'published', limit: String(asked ? mostShown : mostKept) } }, signal }))
      see(page.items)
      return page.items
    },
    enabled: listingIdOf(asked) === undefined,
  })

  // Now, while there is a network: on the floor it may be gone when the first code is to be read.
  useEffect(() => {
    Promise.all([loadScanner(), loadDecoder()]).catch(() => undefined)
  }, [])

  const pick = async (id: string) => {
    setScanning(false)
    setQuestion('')
    chosenId.current = id
    props.onChange?.(seenListings().find(seen => seen.id === id) ?? { id })
    const { listing, missing } = await look(queries, id)
    if (chosenId.current !== id) {
      return
    }
    if (missing || (listing && listing.state !== 'published')) {
      message.error(t(missing ? 'item.missing' : 'log.offMarket'))
      props.onChange?.(undefined)
    } else if (listing) {
      see([listing])
      props.onChange?.({ id, title: listing.title, organisationId: listing.organisationId ?? undefined })
    }
  }

  const pasted = listingIdOf(question)
  const items = (found.data ?? (asked ? among(seenListings(), asked, mostShown) : seenListings())).slice(0, mostShown)
  const options = pasted ? [{ value: pasted, label: t('log.pasted') }] : items.map(({ id, title }) => ({ value: id, label: title }))
  const { value } = props
  return (
    <div className="manager-pick">
      <Button size="large" icon={<QrcodeOutlined />} onClick={() => setScanning(true)}>{t('log.scan')}</Button>
      <Select<{ value: string; label: string }>
        id={props.id}
        size="large"
        labelInValue
        showSearch={{ filterOption: false, searchValue: question, onSearch: setQuestion }}
        allowClear
        suffixIcon={null}
        placeholder={t('log.listingHint')}
        value={value ? { value: value.id, label: value.title ?? t('log.untitled', { id: value.id.slice(0, 8) }) } : undefined}
        options={options}
        loading={found.isFetching}
        notFoundContent={found.isError ? problemText(found.error) : found.isFetching ? t('loading') : t('log.noListing')}
        onChange={chosen => {
          if (chosen) {
            void pick(chosen.value)
          } else {
            props.onChange?.(undefined)
          }
        }}
      />
      {value?.title && value.title.length > shortTitle ? <p className="quiet manager-picked">{value.title}</p> : null}
      {scanning ? <Suspense fallback={null}><Scanner onFound={id => void pick(id)} onClose={() => setScanning(false)} /></Suspense> : null}
    </div>
  )
}

/** Without a network neither: the id is enough then, and whether there is such a listing the server will say when it is sent. */
async function look(queries: QueryClient, id: string): Promise<{ listing?: Listing; missing?: boolean }> {
  try {
    return { listing: await queries.fetchQuery({ ...listingQuery(id), networkMode: 'always', retry: false }) }
  } catch (problem) {
    return { missing: isProblem(problem) && problem.status === 404 }
  }
}
