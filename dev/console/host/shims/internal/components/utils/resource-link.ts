export { ResourceLink } from '../../../../resource/ResourceLink';
