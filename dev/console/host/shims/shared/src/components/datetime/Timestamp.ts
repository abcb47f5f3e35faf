import { Timestamp } from '../../../../../resource/Timestamp';

export default Timestamp;
