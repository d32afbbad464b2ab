import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button, Input, Modal, Skeleton } from 'antd'
import { useState } from 'react'
import { api, bodyOf, type Page } from '../../api/client'
import { useI18n } from '../../i18n'
import { Trouble } from '../../shared/Trouble'
import { otherKind, type Item, type Kind } from './items'
import { idIn } from './pairs'
import { useSettled } from '../../shared/useSettled'
import { useTitleOf } from './useTitleOf'
import { WhyAnswer } from './WhyAnswer'

const shown = 6

/** Asks why something is not among the matches: by its address, its id, or words of its title. */
export function WhyDialog({ kind, item, onClose }: { kind: Kind; item: Item; onClose: () => void }) {
  const { t } = useI18n()
  const titleOf = useTitleOf()
  const [text, setText] = useState('')
  const [chosen, setChosen] = useState<string | null>(null)
  const pasted = idIn(text)
  const partner = pasted ?? chosen
  const other = otherKind(kind)
  const words = useSettled(text.trim())
  const { data, error, isFetching } = useQuery({
    queryKey: [other, 'why', words],
    queryFn: ({ signal }) => searchTitles(other, words, signal),
    enabled: partner === null && words.length > 0 && !pasted,
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  })
  const hint = t(`owner.why.hint.${other}`)
  return (
    <Modal open width={640} title={t(`owner.why.button.${other}`)} footer={null} onCancel={onClose}>
      <div className="owner-why">
        <p className="quiet">{t(`owner.why.text.${other}`)}</p>
        <Input
          autoFocus
          allowClear
          type="search"
          aria-label={hint}
          placeholder={hint}
          value={text}
          onChange={event => (setText(event.target.value), setChosen(null))}
        />
        {error ? <Trouble problem={error} /> : null}
        {partner === null && words && data ? (
          data.length > 0 ? (
            <ul className="owner-why-found" aria-label={t('owner.why.found')}>
              {data.map(found => (
                <li key={found.id}>
                  <Button type="text" block onClick={() => setChosen(found.id)}>{titleOf(found)}{found.organisationName ? <small className="quiet">{found.organisationName}</small> : null}</Button>
                </li>
              ))}
            </ul>
          ) : <p className="quiet" role="status">{t('owner.why.none')}</p>
        ) : null}
        {partner === null && isFetching && !data ? <Skeleton active title={false} /> : null}
        {partner ? <WhyAnswer kind={kind} itemId={item.id} partnerId={partner} /> : null}
        {chosen && !pasted ? <Button type="link" className="owner-why-back" onClick={() => setChosen(null)}>{t('owner.why.another')}</Button> : null}
      </div>
    </Modal>
  )
}

async function searchTitles(kind: Kind, q: string, signal: AbortSignal): Promise<Item[]> {
  const params = { query: { q: q.slice(0, 200), state: 'published', limit: String(shown) } }
  const page = kind === 'listings'
    ? await bodyOf<Page<Item>>(api.GET('/api/v1/listings', { params, signal }))
    : await bodyOf<Page<Item>>(api.GET('/api/v1/needs', { params, signal }))
  // Of a blind need the reader could not be told anything.
  return page.items.filter(item => item.title)
}
