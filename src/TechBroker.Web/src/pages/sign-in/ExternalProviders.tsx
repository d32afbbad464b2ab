import { useQuery } from '@tanstack/react-query'
import { Button, Divider } from 'antd'
import { api, bodyOf } from '../../api/client'
import { useSession } from '../../app/session'
import { useI18n } from '../../i18n'

/** Other places to sign in, where the operator has set some up. */
export function ExternalProviders() {
  const { t } = useI18n()
  const { expectReturn } = useSession()
  const { data } = useQuery({
    queryKey: ['external-providers'],
    queryFn: ({ signal }) => bodyOf(api.GET('/api/v1/auth/external', { signal })),
    staleTime: Infinity,
  })
  return data && data.items.length > 0 ? (
    <>
      <Divider plain>{t('signIn.or')}</Divider>
      {data.items.map(provider => (
        <Button key={provider.name} block size="large" href={provider.address} onClick={expectReturn}>
          {t('signIn.with', { name: provider.displayName })}
        </Button>
      ))}
    </>
  ) : null
}
