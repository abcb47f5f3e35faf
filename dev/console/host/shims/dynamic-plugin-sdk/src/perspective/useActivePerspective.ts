/** There is one perspective, the administrator's; setting another changes nothing. */
const useActivePerspective = (): [string, (perspective: string) => void] => ['admin', () => undefined];

export default useActivePerspective;
