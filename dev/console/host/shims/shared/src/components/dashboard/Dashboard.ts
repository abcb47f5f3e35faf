import { notOffered } from '../../../../NotOffered';

export default notOffered('Overview');
