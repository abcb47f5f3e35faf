export { useUserPreference } from '../../../../session/useUserPreference';
